#!/usr/bin/env bash
# enter.sh ROOT COMMAND…: runs the command inside the Debian 13 root, in the work tree.
# The root is read-only; the work tree, the home folder and /tmp are the person's own, and so are
# the display, Wayland and D-Bus of their session where these exist.
set -euo pipefail
root=$1
shift

args=(--die-with-parent
  --ro-bind "$root/usr" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin
  --symlink usr/lib /lib --symlink usr/lib64 /lib64
  --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var --tmpfs /var/tmp --tmpfs /var/cache/fontconfig
  --dev-bind /dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run --bind /tmp /tmp)
for file in /etc/passwd /etc/group /etc/hosts /etc/resolv.conf /etc/machine-id; do
  if [ -e "$file" ] && [ -e "$root$file" ]; then args+=(--ro-bind "$(readlink -f "$file")" "$file"); fi
done
[ ! -d "$HOME" ] || args+=(--bind "$HOME" "$HOME")
args+=(--bind "$EUP_TREE" "$EUP_TREE")
case $EUP_CWD in / | /etc* | /usr* | /proc* | /sys* | /dev*) EUP_CWD=$EUP_TREE ;; *) args+=(--bind "$EUP_CWD" "$EUP_CWD") ;; esac

# The session: Wayland, the X socket (under /tmp, bound above), D-Bus, the X authority.
if [ -n "${XDG_RUNTIME_DIR:-}" ] && [ -d "$XDG_RUNTIME_DIR" ]; then
  args+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
fi
case ${DBUS_SESSION_BUS_ADDRESS:-} in
  unix:path=*)
    socket=${DBUS_SESSION_BUS_ADDRESS#unix:path=}
    socket=${socket%%,*}
    [ ! -S "$socket" ] || args+=(--bind "$socket" "$socket") ;;
esac
if [ -n "${XAUTHORITY:-}" ] && [ -f "$XAUTHORITY" ]; then
  args+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
fi

# Variables of the machine outside that would point to files which are not there inside.
for name in $(compgen -e); do
  case $name in
    PYTHON* | PYENV* | LD_* | LIBRARY_PATH | PKG_CONFIG* | GI_* | GTK_* | GSETTINGS_* | XDG_DATA_DIRS | SSL_CERT_* | CC | CFLAGS | LDFLAGS)
      args+=(--unsetenv "$name") ;;
  esac
done
zone=$(readlink /etc/localtime 2>/dev/null || true)
[ -n "${TZ:-}" ] || [ -z "$zone" ] || args+=(--setenv TZ "${zone##*/zoneinfo/}")
locale=en_US.UTF-8
case ${LC_ALL:-${LANG:-}} in sv_SE*) locale=sv_SE.UTF-8 ;; zh_CN*) locale=zh_CN.UTF-8 ;; esac
args+=(--unsetenv LC_ALL --setenv LANG "$locale" --setenv PATH /usr/bin:/bin:/usr/sbin:/sbin
  --setenv EUP_INSIDE 1 --setenv EUP_CWD "$EUP_CWD" --chdir "$EUP_TREE")
if ! bwrap "${args[@]}" true 2>/dev/null; then
  reason=$(bwrap "${args[@]}" true 2>&1 || true)
  echo "./dev: bubblewrap can't enter the Debian 13 root here: ${reason:-no reason given}" >&2
  exit 1
fi
exec bwrap "${args[@]}" "$@"
