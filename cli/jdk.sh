# Finds a JDK, for the scripts that start Java; they define fail. Sets jdk, jdk_version and jdk_major.
# The file named release in a JDK's home tells the version, so that no Java has to start for it.
OLDEST_JDK=21

jdk=''
jdk_version=''
jdk_major=0
found=''

consider() {
    [ -z "$jdk" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    version=''
    while IFS='=' read -r key value; do
        case $key in
            JAVA_VERSION)
                version=${value#\"}
                version=${version%%\"*}
                break
                ;;
        esac
    done <"$1/release"
    major=${version%%[!0-9]*}
    if [ "${major:-0}" -ge "$OLDEST_JDK" ]; then
        jdk=$1
        jdk_version=$version
        jdk_major=$major
        return
    fi
    case "$found" in
        *" at $1"*) ;;
        *) found="$found${found:+, }${version:-unknown version} at $1" ;;
    esac
}

find_jdk() {
    [ -n "${JAVA_HOME:-}" ] && consider "$JAVA_HOME"
    if [ -z "$jdk" ] && java=$(command -v java); then
        java=$(readlink -f -- "$java")
        consider "${java%/bin/java}"
    fi
    for home in /usr/lib/jvm/* /opt/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$jdk" ] && break
        # A link beside its target would only be found twice.
        [ -L "$home" ] || consider "$home"
    done
    [ -n "$jdk" ] || fail "needs JDK $OLDEST_JDK or newer; found ${found:-none}: install one or set JAVA_HOME"
}
