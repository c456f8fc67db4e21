#!/usr/bin/env bash
# certificate.sh OUT.p12 PASSWORD-FILE "Common Name" [OPTIONS]: makes a throw-away certificate with its own
# small authority, for tests and samples. Nothing it makes is ever committed.
#
#   --from DAY      the day it begins to hold: a date, or days counted from today (default 2026-01-01)
#   --days DAYS     for how many days it holds (default 7300)
#   --usage USAGE   key usage (default digitalSignature,nonRepudiation)
#   --key KIND      rsa or ec (default rsa)
#   --no-key        leave the key out of the file
#   --alone         leave the authority out of the file
#   --self          without an authority: it vouches for itself
#   --extended USE  extended key usage, as critical,timeStamping (default none)
#   --fill BYTES    make the certificate larger by so much
#   --authority F   also write the authority's certificate, PEM, to F
#   --authority-key F  also write the authority's key, PEM, to F
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,16s/^# \{0,1\}//p' "$0" >&2; exit 2; }
out=$1 password=$2 name=$3
shift 3
from=2026-01-01 days=7300 usage=digitalSignature,nonRepudiation kind=rsa key=yes authority= authority_key= chain=yes
extended= fill=0 self=no
while [ $# -gt 0 ]; do
  case $1 in
    --from) from=$2; shift 2 ;;
    --days) days=$2; shift 2 ;;
    --usage) usage=$2; shift 2 ;;
    --key) kind=$2; shift 2 ;;
    --extended) extended=$2; shift 2 ;;
    --fill) fill=$2; shift 2 ;;
    --authority) authority=$2; shift 2 ;;
    --authority-key) authority_key=$2; shift 2 ;;
    --no-key) key=no; shift ;;
    --alone) chain=no; shift ;;
    --self) self=yes chain=no; shift ;;
    *) echo "certificate.sh: there is no option $1" >&2; exit 2 ;;
  esac
done

folder=$(mktemp -d "${TMPDIR:-/tmp}/euphoria-certificate.XXXXXX")
trap 'rm -rf "$folder"' EXIT
umask 077

new_key () {
  if [ "$kind" = ec ]; then openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
  else openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1"; fi 2>/dev/null
}
day () { date -u -d "$1" +%Y%m%d%H%M%SZ; }
case $from in
  ????-??-??) begin=$from ;;
  *) begin=$(date -u -d "$from days" "+%Y-%m-%d %H:%M:%S") ;;
esac

new_key "$folder/ca.key"
new_key "$folder/end.key"
openssl req -x509 -new -utf8 -key "$folder/ca.key" -sha256 -out "$folder/ca.pem" \
  -subj "/C=SE/O=Exempelkommunen/CN=Throw-away authority" -not_before "$(day 2010-01-01)" -not_after "$(day 2049-12-31)" \
  -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
openssl req -new -utf8 -key "$folder/end.key" -sha256 -out "$folder/end.csr" \
  -subj "/C=SE/O=Exempelkommunen/CN=${name//\//\\/}"
cat >"$folder/end.ext" <<TEXT
basicConstraints=critical,CA:FALSE
keyUsage=critical,$usage
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
TEXT
[ "$fill" = 0 ] || echo "nsComment=$(printf '%*s' "$fill" '' | tr ' ' x)" >>"$folder/end.ext"
[ -z "$extended" ] || echo "extendedKeyUsage=$extended" >>"$folder/end.ext"
openssl x509 -req -in "$folder/end.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -sha256 \
  -not_before "$(day "$begin")" -not_after "$(day "$begin UTC +$days days")" \
  -extfile "$folder/end.ext" -out "$folder/end.pem" 2>/dev/null
if [ "$self" = yes ]; then
  sed -i /^authorityKey/d "$folder/end.ext"
  openssl x509 -req -in "$folder/end.csr" -signkey "$folder/end.key" -sha256 -not_before "$(day "$begin")" \
    -not_after "$(day "$begin UTC +$days days")" -extfile "$folder/end.ext" -out "$folder/end.pem" 2>/dev/null
fi
if [ "$key" = yes ]; then
  above=()
  [ "$chain" = no ] || above=(-certfile "$folder/ca.pem")
  openssl pkcs12 -export -inkey "$folder/end.key" -in "$folder/end.pem" "${above[@]}" \
    -name "$name" -passout "file:$password" -out "$out"
else
  openssl pkcs12 -export -nokeys -in "$folder/end.pem" -passout "file:$password" -out "$out"
fi
[ -z "$authority" ] || cp "$folder/ca.pem" "$authority"
[ -z "$authority_key" ] || cp "$folder/ca.key" "$authority_key"
