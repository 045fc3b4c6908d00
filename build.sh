#!/usr/bin/env bash
# The front door: finds or installs the SDK, chooses the engine, compiles the build only when one of its inputs
# changed, and starts it. Everything else is in build/. The twin for PowerShell is build.ps1.
#
#   NUKE_ENGINE=packages|embedded   which implementation of NUKE to run on; remembered otherwise (DESIGN: the engine)
#   FINANCEHUB_SDK_SCRIPT           the SDK's install script (address or file) for networks without the public one
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
temp=$root/.nuke/temp
readonly exit_no_sdk=30 exit_build_broken=31

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1
# Some shells export the machine's name as HOST, which the engine would read as its --host; NUKE_HOST still says that.
unset HOST
# The SDK's command line wants a home even where none is set (env -i, some containers).
[[ -n ${HOME:-} ]] || export DOTNET_CLI_HOME=$temp/home NUGET_PACKAGES=$temp/packages

say() { printf '%s\n' "$*" >&2; }
fail() { say "$2"; exit "$1"; }

# Not everywhere is GNU: macOS has shasum.
hash_text() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
hash_files() { if command -v sha256sum >/dev/null; then xargs -0 sha256sum; else xargs -0 shasum -a 256; fi; }

# ---- SDK ------------------------------------------------------------------------------------------------------
# global.json says "major.minor.*, newest feature band": read it, so that there is one place that names the version.
sdk_version=$(sed -nE 's/.*"version" *: *"([0-9.]+)".*/\1/p' "$root/global.json")
sdk_line=${sdk_version%.*}

has_sdk() { compgen -G "$1/sdk/$sdk_line.[1-9][0-9][0-9]" >/dev/null && [[ -x $1/dotnet ]]; }

find_sdk() {
    local candidate on_path
    on_path=$(command -v dotnet || :)
    [[ -z $on_path ]] || on_path=$(dirname -- "$(readlink -f -- "$on_path")")
    for candidate in "${DOTNET_ROOT:-}" "$on_path" "$temp/dotnet" "${HOME:-/nonexistent}/.dotnet" \
        /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if [[ -n $candidate ]] && has_sdk "$candidate"; then printf '%s' "$candidate"; return; fi
    done
}

install_sdk() {
    local source=${FINANCEHUB_SDK_SCRIPT:-https://dot.net/v1/dotnet-install.sh} script=$temp/dotnet-install.sh
    say "No .NET SDK $sdk_line here: installing it into .nuke/temp/dotnet"
    mkdir -p "$temp"
    if [[ -f $source ]]; then cp -- "$source" "$script"
    elif command -v curl >/dev/null; then curl -fsSL --connect-timeout 10 --max-time 120 --retry 2 -o "$script" "$source" || return 1
    elif command -v wget >/dev/null; then wget -q --timeout=20 --tries=2 -O "$script" "$source" || return 1
    else return 1; fi
    # Into a directory of its own first: an interrupted install must not look like an SDK.
    local part=$temp/dotnet.$$
    bash "$script" --channel "$sdk_line" --install-dir "$part" --no-path >&2 && has_sdk "$part" || { rm -rf -- "$part"; return 1; }
    rm -rf -- "$temp/dotnet" && mv -- "$part" "$temp/dotnet"
}

sdk=$(find_sdk)
if [[ -z $sdk ]]; then
    install_sdk || fail $exit_no_sdk "No .NET SDK $sdk_line was found and it could not be installed. Install it (any $sdk_line.x, from https://dot.net), or name its install script: FINANCEHUB_SDK_SCRIPT=<file or address> ./build.sh"
    sdk=$temp/dotnet
fi
export DOTNET_ROOT=$sdk PATH=$sdk:$PATH DOTNET_MULTILEVEL_LOOKUP=0

# ---- Engine ---------------------------------------------------------------------------------------------------
# Bounded by a watchdog of our own: `timeout` is not everywhere, and NuGet waits minutes on a network that swallows packets.
bounded() {
    local seconds=$1; shift
    "$@" >/dev/null 2>&1 </dev/null & local job=$!
    # KILL: a restore that waits for a silent network does not end on TERM.
    ( sleep "$seconds"; kill -KILL "$job" 2>/dev/null ) >/dev/null 2>&1 </dev/null & local watchdog=$!
    local outcome=0
    wait "$job" || outcome=$?
    kill "$watchdog" 2>/dev/null || :
    return "$outcome"
}

choose_engine() {
    local remembered=$temp/engine
    if [[ -n ${NUKE_ENGINE:-} ]]; then
        case $NUKE_ENGINE in packages | embedded) printf '%s' "$NUKE_ENGINE"; return ;; esac
        fail 2 "NUKE_ENGINE is '$NUKE_ENGINE'; it must be 'packages' or 'embedded'. Repair: unset NUKE_ENGINE"
    fi
    if [[ -f $remembered ]]; then cat -- "$remembered"; return; fi
    mkdir -p "$temp"
    local engine=packages
    if ! bounded "${FINANCEHUB_ENGINE_PROBE_SECONDS:-30}" env NUKE_ENGINE=packages "$sdk/dotnet" restore "$root/build/_build.csproj" \
        -p:RestoreLockedMode=false --disable-build-servers; then
        engine=embedded
        say "NUKE's packages cannot be restored here: running on the embedded engine (NUKE_ENGINE=packages tries them again)"
    fi
    printf '%s' "$engine" >"$remembered.$$" && mv -f -- "$remembered.$$" "$remembered"
    printf '%s' "$engine"
}

engine=$(choose_engine) || exit $?
export NUKE_ENGINE=$engine

# ---- Compile, only when an input changed -----------------------------------------------------------------------
# By content: a checkout touches every time stamp, and an old time stamp can hide a new text.
fingerprint() {
    {
        printf '%s\n' "$engine" "$sdk"
        ls "$sdk/sdk"
        cd -- "$root"
        find build Directory.Build.props Directory.Packages.props global.json .editorconfig build.sh \
            \( -name bin -o -name obj \) -prune -o -type f \
            \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name .editorconfig -o -name build.sh \) \
            -print0 | LC_ALL=C sort -z | hash_files
    } | hash_text | cut -c1-16
}

# mkdir is the one atomic lock that every system has; a holder that died is recognised by its process id.
with_compile_lock() {
    local lock=$temp/compile.lock holder
    mkdir -p "$temp"
    until mkdir "$lock" 2>/dev/null; do
        holder=$(cat "$lock/pid" 2>/dev/null || :)
        # One that died before it could write its id is known by age: the id follows the directory within milliseconds.
        if [[ -n $holder ]] && ! kill -0 "$holder" 2>/dev/null || [[ -z $holder && -n $(find "$lock" -maxdepth 0 -mmin +1 2>/dev/null) ]]; then
            # Renamed before it is removed: of two that saw the dead holder only one gets it.
            mv "$lock" "$lock.dead.$$" 2>/dev/null && rm -rf -- "$lock.dead.$$"
        else
            sleep 0.1
        fi
    done
    printf '%s' $$ >"$lock/pid"
    trap 'rm -rf -- "$temp/compile.lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    "$@"
    rm -rf -- "$lock"
    trap - EXIT INT TERM
}

publish() {
    # Without analyzers: Lint and Compile judge the same sources, and this stands between the user and every first call.
    "$sdk/dotnet" publish "$root/build/_build.csproj" --configuration Release --output "$work/out" \
        -p:BuildScratch="$work" -p:AheadOfTime=true -p:IsPublishable=true -p:RunAnalyzers=false -nodeReuse:false --verbosity quiet --nologo --tl:off "$@" >"$log" 2>&1 </dev/null
}

compile() {
    [[ ! -f $program/_build.dll ]] || return 0 # another call compiled it while this one waited
    local work=$temp/build/work-$engine log=$temp/compile.log
    mkdir -p "$work"
    # Compiled ahead of time, each call starts faster; the compiler for that is a package, which not every network carries.
    if ! publish && ! { grep -qi crossgen "$log" && publish -p:PublishReadyToRun=false; }; then
        grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
        fail $exit_build_broken "The build project does not compile (engine '$engine'). The whole log: .nuke/temp/compile.log"
    fi
    rm -rf -- "$program.part" && cp -R -- "$work/out" "$program.part" && mv -- "$program.part" "$program"
    prune
}

# The newest few stay: switching between branches must not compile again, and a long deploy may still run from one.
prune() {
    local old
    ls -1td "$temp"/build/[0-9a-f]*/ 2>/dev/null | tail -n +9 | while IFS= read -r old; do rm -rf -- "$old"; done
}

program=$temp/build/$(fingerprint)
[[ -f $program/_build.dll ]] || with_compile_lock compile

exec "$sdk/dotnet" "$program/_build.dll" "$@"
