#!/bin/sh
# Installs the Debian packages named, where that is allowed; says loudly what is missing where it is not.
#
# - What is there already costs one look at the package list.
# - Never fails: tests that need what is missing skip, and say so.
set -u

missing=""
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

become=""
if [ "$(id -u)" -ne 0 ]; then
    become="sudo -n"
    sudo -n true 2>/dev/null || become="none"
fi

if command -v apt-get >/dev/null 2>&1 && [ "$become" != "none" ]; then
    echo "Installing from Debian:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # the lists are meant to be split
    if $become apt-get update -qq && $become apt-get install -y -qq --no-install-recommends $missing; then
        exit 0
    fi
fi

cat >&2 <<END

  ************************************************************************
  NOT INSTALLED:$missing
  This account may not install packages, or Debian's archive is out of
  reach. What needs them is skipped, and the result is worth less.
  Ask an administrator for:  apt-get install$missing
  ************************************************************************

END
exit 0
