# shellcheck shell=sh
# Read by ./mvnw and ./setpoint: the JDKs of this machine.

# One folder per line, in the order of preference; the same folder may come twice.
jdk_folders() {
  for jdk_folder in \
    "${JAVA25_HOME:-}" \
    "${JAVA_HOME:-}" \
    "$(jdk_on_path)" \
    "$(jdk_of_macos)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.asdf/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/*; do
    if [ -n "$jdk_folder" ] && [ -x "$jdk_folder/bin/java" ]; then
      printf '%s\n' "$jdk_folder"
    fi
  done
}

jdk_on_path() {
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

jdk_of_macos() {
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25 2>/dev/null || :
  fi
}

# The feature release of the JDK in folder $1, such as 25; empty when it cannot be told.
jdk_release() {
  jdk_text=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9.]*\).*/\1/p' "$1/release" 2>/dev/null || :)
  if [ -z "$jdk_text" ]; then
    jdk_text=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9.]*\).*/\1/p' || :)
  fi
  jdk_text=${jdk_text#1.}
  printf '%s\n' "${jdk_text%%.*}"
}

# The first JDK whose release is from $1 to $2; empty when there is none.
# $3 is the program it must have: java to run, javac to build.
find_jdk() {
  jdk_folders | while IFS= read -r jdk_found; do
    jdk_number=$(jdk_release "$jdk_found")
    if [ "${jdk_number:-0}" -ge "$1" ] && [ "${jdk_number:-0}" -le "$2" ] &&
      [ -x "$jdk_found/bin/$3" ]; then
      printf '%s\n' "$jdk_found"
      break
    fi
  done
}

# One line per JDK, for messages.
describe_jdks() {
  jdk_folders | sort -u | while IFS= read -r jdk_found; do
    printf '  %s: Java %s\n' "$jdk_found" "$(jdk_release "$jdk_found")"
  done
}

where_jdks_were_sought() {
  cat <<'TEXT'
Looked at JAVA25_HOME, JAVA_HOME, java on the PATH, and in /usr/lib/jvm, /usr/java,
/opt/java, /Library/Java/JavaVirtualMachines, Homebrew's openjdk, ~/.sdkman/candidates/java,
~/.jdks, ~/.asdf and mise.
TEXT
}

how_to_get_a_jdk() {
  cat <<'TEXT'
Get one, for example:
  Debian, Ubuntu   apt install temurin-25-jdk (from the packages of adoptium.net) or openjdk-25-jdk
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  anywhere         sdk install java 25-tem (with sdkman.io)
TEXT
}
