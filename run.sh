#!/usr/bin/env bash
# ./run.sh             backtest the bundled sample and write its report
# ./run.sh test [ROOM] run all tests, or those of some rooms
# ./run.sh VERB …      build what changed, then run the program with those words (./run.sh --help lists them)
#
# Works with the bash 3.2 of macOS. All it has to say goes to stderr: stdout belongs to the program.
set -euo pipefail

main_job=(backtest strategies/sma-cross.csx --lake data/samples --data EURUSD:ticks --set timeframe=1m)

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
build="$root/.build"
export WORKBENCH_ROOT="$root"
lock_held=
closing_line=
lanes=()

say() { printf '%s\n' "$*" >&2; }

die() {
  say "run.sh: $1"
  [ -z "${2-}" ] || say "  Try: $2"
  exit "${3-3}"
}

# ---- What the machine must have --------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

have_apt() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

have_brew() { command -v brew >/dev/null; }

apt_offers() {
  apt-cache policy "$1" 2>/dev/null | grep 'Candidate: [0-9]' >/dev/null
}

# apt_install PACKAGE…: false where apt does not offer the first one, or fails. Never asks a question.
apt_install() {
  mkdir -p "$build"
  apt_offers "$1" || as_root apt-get update -qq </dev/null >>"$build/install.log" 2>&1 || true
  apt_offers "$1" || return 1
  say "run.sh: installing $* with apt-get (log: .build/install.log)"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=120 "$@" </dev/null >>"$build/install.log" 2>&1
}

brew_install() {
  mkdir -p "$build"
  say "run.sh: installing $* with brew (log: .build/install.log)"
  NONINTERACTIVE=1 brew install --quiet "$@" </dev/null >>"$build/install.log" 2>&1
}

# A .NET that was unpacked by hand is often not on the PATH.
find_dotnet() {
  local folder
  command -v dotnet >/dev/null && return
  for folder in "${DOTNET_ROOT-}" "$HOME/.dotnet" /usr/local/share/dotnet /usr/share/dotnet /usr/lib/dotnet /opt/homebrew/bin; do
    if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
      PATH="$folder:$PATH"
      return
    fi
  done
  return 1
}

has_sdk() { find_dotnet && dotnet --list-sdks 2>/dev/null | grep -E '^(1[0-9]|[2-9][0-9])\.' >/dev/null; }

need_sdk() {
  has_sdk && return
  if have_apt && apt_install dotnet-sdk-10.0 && has_sdk; then return; fi
  if have_brew && brew_install dotnet && has_sdk; then return; fi
  if [[ "$OSTYPE" == darwin* ]]; then
    die "the .NET 10 SDK is missing, and so is Homebrew to install it with (https://brew.sh)." "brew install dotnet"
  elif command -v apt-get >/dev/null && apt_offers dotnet-sdk-10.0; then
    die "the .NET 10 SDK is missing, and installing it needs root." "sudo apt-get install -y dotnet-sdk-10.0"
  elif command -v apt-get >/dev/null; then
    die "the .NET 10 SDK is missing and no package feed of this system has it. Add Microsoft's feed for your system (https://learn.microsoft.com/dotnet/core/install/linux), then repeat." \
      "sudo apt-get update && sudo apt-get install -y dotnet-sdk-10.0"
  fi
  die "the .NET 10 SDK is missing: install it with this system's package manager (https://learn.microsoft.com/dotnet/core/install/linux)."
}

# .NET takes cultures from ICU, and refuses to start without it.
need_icu() {
  local package pattern
  [[ "$OSTYPE" == linux* ]] || return 0
  for pattern in "/usr/lib/*/libicuuc.so.*" "/usr/lib*/libicuuc.so.*" "/usr/local/lib/libicuuc.so.*"; do
    ! compgen -G "$pattern" >/dev/null || return 0
  done
  package=$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1) || true
  if [ -n "$package" ] && have_apt && apt_install "$package"; then return; fi
  die "libicu is missing, without which .NET knows no cultures." "sudo apt-get install -y ${package:-libicu-dev}"
}

need_node() {
  command -v npm >/dev/null && return
  if have_apt && apt_install nodejs npm && command -v npm >/dev/null; then return; fi
  if have_brew && brew_install node && command -v npm >/dev/null; then return; fi
  if [[ "$OSTYPE" == darwin* ]]; then
    die "Node with npm is missing: the report's charts and the notebook's editor are bundled with it." "brew install node"
  fi
  die "Node with npm is missing: the report's charts and the notebook's editor are bundled with it." "sudo apt-get install -y nodejs npm"
}

# The tests that look at a page skip themselves, with the reason, where there is no browser.
want_browser() {
  local name
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  [[ "$OSTYPE" == linux* ]] || return 0
  # Ubuntu's package of that name only fetches a snap, which containers cannot run.
  if ! grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null && have_apt && apt_install chromium; then return; fi
  say "run.sh: no Chromium here; the browser tests will be skipped. On Debian: sudo apt-get install -y chromium"
}

# The tests that run notebooks in Jupyter itself skip themselves, with the reason, where it is not.
want_jupyter() {
  command -v jupyter-nbconvert >/dev/null && return
  [[ "$OSTYPE" == linux* ]] || return 0
  if have_apt && apt_install jupyter-nbconvert; then return; fi
  say "run.sh: no Jupyter here; its tests will be skipped. On Debian: sudo apt-get install -y jupyter-nbconvert"
}

# The tests that run a sweep under a real Slurm start one of their own on loopback; they skip themselves, with the reason, where it is not.
want_slurm() {
  command -v slurmctld >/dev/null && return
  [[ "$OSTYPE" == linux* ]] && [ "$(id -u)" = 0 ] || return 0
  if have_apt && apt_install slurmctld slurmd slurm-client munge; then return; fi
  say "run.sh: no Slurm here; its tests will be skipped. On Debian: sudo apt-get install -y slurmctld slurmd slurm-client munge"
}

# The tests of the database start a server of their own on loopback; they skip themselves, with the reason, where it is not. No server
# is left running: Debian starts one of its own with the package unless a policy says no.
want_postgres() {
  ! compgen -G "/usr/lib/postgresql/*/bin/postgres" >/dev/null || return 0
  [[ "$OSTYPE" == linux* ]] || return 0
  if have_apt && apt_install postgresql-common; then
    as_root sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    if apt_install postgresql-15; then return; fi
  fi
  say "run.sh: no PostgreSQL here; its tests will be skipped. On Debian: sudo apt-get install -y postgresql-15"
}

# need_modules FOLDER: npm packages as the lock file there says. A folder that is not there needs none.
need_modules() {
  local folder="$root/$1"
  [ -f "$folder/package-lock.json" ] || return 0
  if [ -d "$folder/node_modules" ] && cmp -s "$folder/package-lock.json" "$folder/node_modules/.workbench-lock.json"; then return; fi
  need_node
  say "run.sh: fetching the npm packages of $1"
  (cd "$folder" && npm ci --no-audit --no-fund </dev/null >"$build/npm.log" 2>&1) \
    || { tail -n 20 "$build/npm.log" >&2; die "npm ci failed in $1 (log: .build/npm.log)." "cd $1 && npm ci" 1; }
  cp "$folder/package-lock.json" "$folder/node_modules/.workbench-lock.json"
}

# ---- One build at a time ---------------------------------------------------------------------------------------------

# A caller that reads the last line of the tests finds one, whatever broke before them.
finish() {
  unlock
  [ ${#lanes[@]} -eq 0 ] || kill "${lanes[@]}" 2>/dev/null || true
  [ -z "$closing_line" ] || echo "$closing_line"
}

unlock() {
  [ -z "$lock_held" ] || rm -rf "$build/lock"
  lock_held=
}

lock() {
  local owner waited=0
  mkdir -p "$build"
  until mkdir "$build/lock" 2>/dev/null; do
    owner=$(cat "$build/lock/pid" 2>/dev/null || true)
    # Its owner was killed, or died between making the folder and signing it.
    if { [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; } || { [ -z "$owner" ] && [ $waited -ge 5 ]; }; then
      rm -rf "$build/lock"
      waited=0
      continue
    fi
    [ $waited -ne 1 ] || say "run.sh: another run.sh${owner:+ (process $owner)} is building; waiting for it"
    sleep 1
    waited=$((waited + 1))
  done
  lock_held=1
  echo $$ >"$build/lock/pid"
}

# ---- Building --------------------------------------------------------------------------------------------------------

# quietly WHAT LOG COMMAND…: shows nothing but the errors of a failed build. English and C locale, so that the build itself
# cannot depend on the culture a run is tried under.
quietly() {
  local what=$1 log="$build/$2"
  shift 2
  if env LC_ALL=C TZ=UTC DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    DOTNET_GENERATE_ASPNET_CERTIFICATE=false "$@" </dev/null >"$log" 2>&1; then return; fi
  grep -E '(: | )error ' "$log" | sed "s|$root/||g; s| \[[^]]*\]\$||" | sort -u | head -n 40 >&2 || tail -n 20 "$log" >&2
  say "run.sh: $what failed (log: ${log#"$root"/})"
  return 1
}

# Name, size and time of every file that the program is made of: edits, deletions and other branches all show in it.
inputs() {
  local format=(-c '%n %s %y')
  [[ "$OSTYPE" == linux* ]] || format=(-f '%N %z %Fm')
  cd "$root"
  find engine Directory.* .editorconfig run.sh global.json NuGet.config \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -exec stat "${format[@]}" {} + 2>/dev/null | LC_ALL=C sort
}

# The current build is named on the first line of .build/current, what it was made of on the others.
is_current() {
  local saved
  [ -f "$build/current" ] || return 1
  saved=$(<"$build/current")
  app="$build/app/${saved%%$'\n'*}/Workbench.App.dll"
  [ "${saved#*$'\n'}" = "$1" ] && [ -f "$app" ]
}

# Each build gets a folder of its own, because an older one may be running.
build_app() {
  local now id options=()
  now=$(inputs) || true
  is_current "$now" && find_dotnet && return
  lock
  now=$(inputs) || true
  if ! is_current "$now" || ! find_dotnet; then
    need_sdk
    need_icu
    need_modules engine/Research/web
    need_modules engine/App/web
    if [ -f "$build/current" ]; then say "run.sh: building what changed"; else say "run.sh: building; the first time takes a minute or two"; fi
    id="$(date -u +%Y%m%d-%H%M%S)-$$"
    [ -z "${CI-}" ] || options+=(--disable-build-servers)
    if ! quietly "the build" build.log dotnet publish "$root/engine/App" -c Release -o "$build/app/$id" ${options[@]+"${options[@]}"}; then
      grep -qi 'crossgen' "$build/build.log" || exit 5
      say "run.sh: the precompiler cannot be had here; building without it, so that starts will be slower"
      quietly "the build" build.log dotnet publish "$root/engine/App" -c Release -o "$build/app/$id" -p:PublishReadyToRun=false || exit 5
    fi
    printf '%s\n%s\n' "$id" "$now" >"$build/current.new"
    mv "$build/current.new" "$build/current"
    app="$build/app/$id/Workbench.App.dll"
    forget_old_builds
  fi
  unlock
}

forget_old_builds() {
  local old
  find "$build/app" -mindepth 1 -maxdepth 1 -type d | sort -r | tail -n +5 | while IFS= read -r old; do rm -rf "$old"; done
}

# ---- Testing ---------------------------------------------------------------------------------------------------------

# trx FILE: "passed failed skipped" on the first line, then a line for each skipped test.
trx() {
  awk 'BEGIN { RS = "<" }
    function attribute(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    function plain(text) { gsub(/&quot;/, "\"", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&apos;/, "\047", text); gsub(/&#x[AD];/, " ", text); gsub(/&amp;/, "\\&", text); return text }
    /^Counters / { total = attribute("total"); passed = attribute("passed"); executed = attribute("executed") }
    /^UnitTestResult / { skipped = attribute("outcome") == "NotExecuted"; if (skipped) names[++n] = plain(attribute("testName")) }
    skipped && reasons[n] == "" && /^(Message|StdOut)>/ { text = $0; sub(/^[A-Za-z]*>/, "", text); gsub(/[\r\n]+/, " ", text); reasons[n] = plain(text) }
    END { print passed + 0, executed - passed, total - executed; for (i = 1; i <= n; i++) print "  " names[i] ": " reasons[i] }' "$1"
}

run_tests() {
  local project name lane log result line counts passed=0 failed=0 skipped=0 names=() long=() parts=() options=()
  closing_line="0 passed, 1 failed"
  build_app
  lock
  need_sdk
  need_modules tests/Data.Tests/peers
  want_browser
  want_jupyter
  want_slurm
  want_postgres
  need_modules tests/App.Tests/Search/Cluster/manifest
  [ -z "${CI-}" ] || options+=(--disable-build-servers)
  say "run.sh: building the tests"
  quietly "building the tests" build-tests.log dotnet build "$root/Workbench.sln" -c Release ${options[@]+"${options[@]}"} || exit 5
  lend_precompiled
  unlock

  rm -rf "$build/tests"
  mkdir -p "$build/tests"
  for project in "$root"/tests/*/*.Tests.csproj; do
    name=$(basename "$project" .csproj)
    ! wanted "$name" "$@" || names+=("$name")
  done
  # The longest first, so that both lanes end together.
  for name in ${names[@]+"${names[@]}"}; do
    case "$name" in
      App.Tests) long+=(App.Tests App.Tests.Notebooks App.Tests.Sessions App.Tests.Search) ;;
      Scripting.Tests | Research.Tests) long+=("$name") ;;
      *) parts+=("$name") ;;
    esac
  done
  parts=(${long[@]+"${long[@]}"} ${parts[@]+"${parts[@]}"})

  # Most tests keep one core busy. A third lane would make those that kill and unplug wait too long for their turn.
  for lane in first second; do run_lane ${parts[@]+"${parts[@]}"} & lanes+=($!); done
  wait "${lanes[@]}" || true
  lanes=()

  for name in ${parts[@]+"${parts[@]}"}; do
    log="$build/tests/$name.log"
    result="$build/tests/$name.trx"
    if [ -f "$result" ]; then line=$(trx "$result"); else line="0 0 0"; fi
    read -r -a counts <<<"${line%%$'\n'*}"
    [ "$line" = "${line#*$'\n'}" ] || printf '%s\n' "${line#*$'\n'}" >>"$build/tests/skipped.txt"
    # Broken off without a failed test: a crash or a hang, which counts as one.
    if [ ! -f "$build/tests/$name.ok" ] && [ "${counts[1]}" -eq 0 ]; then counts[1]=1; fi
    if [ "${counts[1]}" -ne 0 ]; then grep -vE '^(Test run for|VSTest version|Starting test execution|A total of|Results File|Data collector)' "$log" || true; fi
    passed=$((passed + counts[0]))
    failed=$((failed + counts[1]))
    skipped=$((skipped + counts[2]))
  done

  if [ $skipped -ne 0 ]; then
    echo "Skipped:"
    cat "$build/tests/skipped.txt"
  fi
  if [ $((passed + failed)) -eq 0 ]; then
    say "run.sh: no test ran"
    failed=1
  fi
  closing_line="$passed passed, $failed failed"
  [ $skipped -eq 0 ] || closing_line="$closing_line, $skipped skipped"
  [ $failed -eq 0 ]
}

# Compiling the C# compiler is most of what a test of scripts and cells would do: the packages that the program ships precompiled are lent
# to the tests. Our own code is tested as it was built.
lend_precompiled() {
  local folder file
  for folder in "$root"/tests/*.Tests/bin/Release/net10.0; do
    for file in "${app%/*}"/*.dll; do
      case "${file##*/}" in Workbench.*) continue ;; esac
      # A new file: an older one may be in use.
      [ ! -f "$folder/${file##*/}" ] || { rm "$folder/${file##*/}" && cp "$file" "$folder/"; }
    done
  done
}

# run_lane PART…: one after the other those that no other lane has taken.
run_lane() {
  local part
  for part in "$@"; do
    ! mkdir "$build/tests/$part.taken" 2>/dev/null || run_part "$part"
  done
}

# run_part PROJECT[.Sessions|.Search|.Notebooks]: its results as PART.trx and PART.log, and PART.ok where all went well. A test that hangs is
# named and ended, not waited for. App's tests are four parts.
run_part() {
  local part=$1 name=${1%.Notebooks} options=()
  name=${name%.Search}
  name=${name%.Sessions}
  case "$part" in
    App.Tests) options+=(--filter "FullyQualifiedName!~App.Tests.Notebooks&FullyQualifiedName!~App.Tests.Promotions&FullyQualifiedName!~App.Tests.Search&FullyQualifiedName!~App.Tests.Sessions&FullyQualifiedName!~App.Tests.Conformance") ;;
    App.Tests.Sessions) options+=(--filter "FullyQualifiedName~App.Tests.Sessions|FullyQualifiedName~App.Tests.Conformance") ;;
    App.Tests.Search) options+=(--filter "FullyQualifiedName~App.Tests.Search") ;;
    App.Tests.Notebooks) options+=(--filter "FullyQualifiedName~App.Tests.Notebooks|FullyQualifiedName~App.Tests.Promotions") ;;
  esac
  say "run.sh: $part"
  # Each page of code mapped twice, once to write and once to run, is a tenth of a start.
  ! WORKBENCH_TEST_PROGRAM="$app" DOTNET_EnableWriteXorExecute=0 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en dotnet test "$root/tests/$name/bin/Release/net10.0/Workbench.$name.dll" ${options[@]+"${options[@]}"} \
    --logger "trx;LogFileName=$part.trx" --results-directory "$build/tests" \
    --logger "console;verbosity=minimal" --blame-hang-timeout 5m --blame-hang-dump-type none </dev/null >"$build/tests/$part.log" 2>&1 \
    || touch "$build/tests/$part.ok"
}

# wanted NAME [ROOM…]: whether the rooms name the test project; without rooms all are meant.
wanted() {
  local name=$1 room
  shift
  [ $# -ne 0 ] || return 0
  for room in "$@"; do
    [ "$room" != "${name%.Tests}" ] || return 0
  done
  return 1
}

# ----------------------------------------------------------------------------------------------------------------------

trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ "${1-}" = test ]; then
  shift
  run_tests "$@"
  exit
fi

if [ $# -eq 0 ]; then
  cd "$root"
  set -- "${main_job[@]}"
fi

here=$PWD
build_app
cd "$here"
exec dotnet "$app" "$@"
