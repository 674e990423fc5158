// Stands in for what libgit2's transports call: SSH, TLS and Kerberos. Cadre opens no connection, so none
// of this is reached but what libgit2 sets up when it starts; and a compiler carries no libraries for
// networks. Not built where libgit2 is linked as a shared library.

namespace {

constexpr int failed = -1;
constexpr int done = 0;
/// The number of some cipher: libgit2 does not start without one.
constexpr int anyCipher = 1;

}  // namespace

// NOLINTBEGIN(readability-identifier-naming)
#define CADRE_ANSWER(name, answer) \
  extern "C" int name();           \
  extern "C" int name() { return answer; }
#define CADRE_ABSENT(name) CADRE_ANSWER(name, failed)
#define CADRE_SET_UP(name) CADRE_ANSWER(name, done)

// When libgit2 starts and ends; tls_settings.cpp has what it must find done.
CADRE_SET_UP(libssh2_init)
CADRE_ANSWER(mbedtls_ssl_get_ciphersuite_id, anyCipher)
CADRE_SET_UP(mbedtls_ctr_drbg_free)
CADRE_SET_UP(mbedtls_ctr_drbg_init)
CADRE_SET_UP(mbedtls_ctr_drbg_seed)
CADRE_SET_UP(mbedtls_entropy_free)
CADRE_SET_UP(mbedtls_entropy_init)
CADRE_SET_UP(mbedtls_ssl_conf_authmode)
CADRE_SET_UP(mbedtls_ssl_conf_ciphersuites)
CADRE_SET_UP(mbedtls_ssl_conf_min_version)
CADRE_SET_UP(mbedtls_ssl_config_defaults)
CADRE_SET_UP(mbedtls_ssl_config_free)
CADRE_SET_UP(mbedtls_ssl_free)
CADRE_SET_UP(mbedtls_ssl_init)
CADRE_SET_UP(mbedtls_strerror)
CADRE_SET_UP(mbedtls_x509_crt_free)
CADRE_SET_UP(mbedtls_x509_crt_init)
CADRE_SET_UP(mbedtls_x509_crt_parse_file)
CADRE_SET_UP(mbedtls_x509_crt_parse_path)

// TLS.
CADRE_ABSENT(mbedtls_ctr_drbg_random)
CADRE_ABSENT(mbedtls_entropy_func)
CADRE_ABSENT(mbedtls_ssl_close_notify)
CADRE_ABSENT(mbedtls_ssl_get_peer_cert)
CADRE_ABSENT(mbedtls_ssl_get_verify_result)
CADRE_ABSENT(mbedtls_ssl_handshake)
CADRE_ABSENT(mbedtls_ssl_read)
CADRE_ABSENT(mbedtls_ssl_set_bio)
CADRE_ABSENT(mbedtls_ssl_set_hostname)
CADRE_ABSENT(mbedtls_ssl_setup)
CADRE_ABSENT(mbedtls_ssl_write)
CADRE_ABSENT(mbedtls_x509_crt_verify_info)

// SSH.
CADRE_ABSENT(libssh2_agent_connect)
CADRE_ABSENT(libssh2_agent_disconnect)
CADRE_ABSENT(libssh2_agent_free)
CADRE_ABSENT(libssh2_agent_get_identity)
CADRE_ABSENT(libssh2_agent_init)
CADRE_ABSENT(libssh2_agent_list_identities)
CADRE_ABSENT(libssh2_agent_userauth)
CADRE_ABSENT(libssh2_channel_close)
CADRE_ABSENT(libssh2_channel_free)
CADRE_ABSENT(libssh2_channel_open_ex)
CADRE_ABSENT(libssh2_channel_process_startup)
CADRE_ABSENT(libssh2_channel_read_ex)
CADRE_ABSENT(libssh2_channel_set_blocking)
CADRE_ABSENT(libssh2_channel_write_ex)
CADRE_ABSENT(libssh2_exit)
CADRE_ABSENT(libssh2_hostkey_hash)
CADRE_ABSENT(libssh2_knownhost_checkp)
CADRE_ABSENT(libssh2_knownhost_free)
CADRE_ABSENT(libssh2_knownhost_init)
CADRE_ABSENT(libssh2_knownhost_readfile)
CADRE_ABSENT(libssh2_session_abstract)
CADRE_ABSENT(libssh2_session_disconnect_ex)
CADRE_ABSENT(libssh2_session_free)
CADRE_ABSENT(libssh2_session_handshake)
CADRE_ABSENT(libssh2_session_hostkey)
CADRE_ABSENT(libssh2_session_init_ex)
CADRE_ABSENT(libssh2_session_last_error)
CADRE_ABSENT(libssh2_session_method_pref)
CADRE_ABSENT(libssh2_session_set_blocking)
CADRE_ABSENT(libssh2_userauth_authenticated)
CADRE_ABSENT(libssh2_userauth_keyboard_interactive_ex)
CADRE_ABSENT(libssh2_userauth_list)
CADRE_ABSENT(libssh2_userauth_password_ex)
CADRE_ABSENT(libssh2_userauth_publickey)
CADRE_ABSENT(libssh2_userauth_publickey_fromfile_ex)
CADRE_ABSENT(libssh2_userauth_publickey_frommemory)

// Kerberos.
extern "C" void* GSS_C_NT_HOSTBASED_SERVICE;
void* GSS_C_NT_HOSTBASED_SERVICE = nullptr;
CADRE_ABSENT(gss_delete_sec_context)
CADRE_ABSENT(gss_display_status)
CADRE_ABSENT(gss_import_name)
CADRE_ABSENT(gss_indicate_mechs)
CADRE_ABSENT(gss_init_sec_context)
CADRE_ABSENT(gss_release_buffer)
CADRE_ABSENT(gss_release_name)
CADRE_ABSENT(gss_release_oid_set)

#undef CADRE_SET_UP
#undef CADRE_ABSENT
#undef CADRE_ANSWER
// NOLINTEND(readability-identifier-naming)
