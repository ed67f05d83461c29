#!/bin/sh
# What the tests need of the machine itself: a browser, Chinese type, LibreOffice and a reader of PDF.
# Installs what is lacking when run as root on Debian; otherwise says what to install. PostgreSQL comes as a wheel.
set -eu

# libatomic1 is for the Node inside Playwright.
PACKAGES="chromium libatomic1 fonts-noto-cjk libreoffice-writer libreoffice-calc libreoffice-impress poppler-utils"

if ! command -v dpkg-query >/dev/null; then
    echo "不是 Debian，跳过系统软件检查；测试需要：$PACKAGES" >&2
    echo "Not Debian: install by hand what these are here: $PACKAGES" >&2
    exit 0
fi

lacking=""
for package in $PACKAGES; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || lacking="$lacking $package"
done
[ -z "$lacking" ] && exit 0

if [ "$(id -u)" != 0 ]; then
    echo "测试缺少系统软件，请以 root 执行：apt-get install --no-install-recommends$lacking" >&2
    echo "The tests lack these packages; as root: apt-get install --no-install-recommends$lacking" >&2
    exit 1
fi
echo "安装测试所需的系统软件 / installing what the tests need:$lacking" >&2
apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to fall apart into words
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $lacking >/dev/null
