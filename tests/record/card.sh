#!/usr/bin/env bash
# card.sh FOLDER CARD "Common Name" ID [--always] [OPTIONS of certificate.sh]: puts a throw-away certificate with its key
# on a card of SoftHSM in FOLDER; makes the card (PIN 123456) when it is not there. FOLDER/softhsm2.conf is what
# SOFTHSM2_CONF must name. The authority's certificate goes on the card too and to FOLDER/ID.pem. With --always
# the card wants the PIN again before each signature.
set -euo pipefail
[ $# -ge 4 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1 card=$2 name=$3 id=$4
shift 4
always=no
[ "${1:-}" != --always ] || { always=yes; shift; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
export SOFTHSM2_CONF=$folder/softhsm2.conf
for module in /usr/lib/softhsm /usr/lib/*/softhsm /usr/lib64/pkcs11 /usr/lib/pkcs11; do
  [ ! -e "$module/libsofthsm2.so" ] || break
done
module=$module/libsofthsm2.so

mkdir -p "$folder/tokens"
[ -e "$SOFTHSM2_CONF" ] || printf 'directories.tokendir = %s/tokens\nlog.level = ERROR\n' "$folder" >"$SOFTHSM2_CONF"
part=$(mktemp -d "$folder/part.XXXXXX")
trap 'rm -rf "$part"' EXIT
echo word >"$part/word"
"$here/../../build-aux/dev/certificate.sh" "$part/end.p12" "$part/word" "$name" --authority "$folder/$id.pem" "$@"
openssl pkcs12 -in "$part/end.p12" -passin "file:$part/word" -nocerts -noenc 2>/dev/null |
  openssl pkcs8 -topk8 -nocrypt -out "$part/key.pem"
openssl pkcs12 -in "$part/end.p12" -passin "file:$part/word" -nokeys -clcerts 2>/dev/null |
  openssl x509 -outform DER -out "$part/end.der"
openssl x509 -in "$folder/$id.pem" -outform DER -out "$part/authority.der"

softhsm2-util --show-slots | grep -q "Label: *$card *\$" ||
  softhsm2-util --init-token --free --label "$card" --pin 123456 --so-pin 87654321 >/dev/null
if [ "$always" = yes ]; then
  openssl pkcs8 -in "$part/key.pem" -topk8 -nocrypt -outform DER -out "$part/key.der"
  pkcs11-tool --module "$module" --token-label "$card" --login --pin 123456 --type privkey --usage-sign --always-auth \
    --write-object "$part/key.der" --id "$id" --label "$name" >/dev/null 2>&1
else
  softhsm2-util --import "$part/key.pem" --token "$card" --label "$name" --id "$id" --pin 123456 >/dev/null
fi
write () {
  pkcs11-tool --module "$module" --token-label "$card" --login --pin 123456 --type cert \
    --write-object "$1" --id "$2" --label "$3" >/dev/null 2>&1
}
write "$part/end.der" "$id" "$name"
write "$part/authority.der" "f0$id" Authority
