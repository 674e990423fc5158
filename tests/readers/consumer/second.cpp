#include <cadre_framework/framework.h>

std::size_t countProfiles(const cadre_framework::Framework& framework) {
  return framework.profiles.size();
}
