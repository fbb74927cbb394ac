// Made for tests on this machine and used nowhere else: `localhost` and 127.0.0.1, signed by itself, valid for a hundred
// years. openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
// -addext subjectAltName=DNS:localhost,IP:127.0.0.1

export const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgl137I6IV/zHVrY/7
AjBTji4/MkLSWOyBCwgkmu0aLqChRANCAATqMYryRb9nQykFVaqq1Ijy2cr4B47M
uH5dQG6DWMM5xaE3ns6vpcTKhe+CNUHBX4XA1Zb9VY+Oi7IT8HJe2p8G
-----END PRIVATE KEY-----
`

export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUQAdKBmqzpaLcPKOBOKhbH9qjl8swCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA0MDExNFoYDzIxMjYxMDMw
MDQwMTE0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATqMYryRb9nQykFVaqq1Ijy2cr4B47MuH5dQG6DWMM5xaE3ns6vpcTK
he+CNUHBX4XA1Zb9VY+Oi7IT8HJe2p8Go28wbTAdBgNVHQ4EFgQUfXoyPeLOmVAr
kiWupgbPMz9eljswHwYDVR0jBBgwFoAUfXoyPeLOmVArkiWupgbPMz9eljswDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgXFBpfPRGRcbYCqEoEkCKrmah8Zwi/ch9fpFuAEdfUM0CICfM
QNrlJUGniNWDHY9DVV45FMFXMNlfgvNQbE2ZtzH0
-----END CERTIFICATE-----
`
