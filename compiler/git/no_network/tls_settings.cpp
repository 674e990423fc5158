// What libgit2 does to the settings of TLS when it starts, and takes apart again when it ends: it looks into
// the structure itself, so that these three do what mbedTLS does.
#include <mbedtls/ssl.h>

extern "C" {

void mbedtls_ssl_config_init(mbedtls_ssl_config* settings) { *settings = {}; }

void mbedtls_ssl_conf_ca_chain(mbedtls_ssl_config* settings, mbedtls_x509_crt* chain, mbedtls_x509_crl*) {
  settings->ca_chain = chain;
}

void mbedtls_ssl_conf_rng(mbedtls_ssl_config* settings, int (*)(void*, unsigned char*, size_t), void* state) {
  settings->p_rng = state;
}
}
