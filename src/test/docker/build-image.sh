#!/usr/bin/env bash
# Builds the Kafka image of the container tests, from no registry: a few Debian packages, a small Java runtime, Kafka's jars of this build.
# Usage, after `mvn process-classes`: src/test/docker/build-image.sh [NAME]. Uses the Docker that DOCKER_HOST names.
set -euo pipefail
cd "$(dirname "$0")/../../.."
image=${1:-ackscope/kafka:test}
launcher=target/ackscope
[ -x "$launcher" ] || { echo "build-image: $launcher is missing; run mvn process-classes first" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
mkdir -p "$root"/{opt/kafka/libs,opt/kafka/config,etc/kafka/docker,mnt/shared/config,tmp,root,var/lib/kafka}
chmod 1777 "$root/tmp"

# What bash and the runtime need of a system.
packages=(bash dash coreutils libc6 libtinfo6 libacl1 libattr1 libselinux1 libpcre2-8-0 libgmp10 libgcc-s1 libstdc++6 zlib1g)
mkdir "$work/debs"
# The download is made by a user of its own, who may not read this folder.
(cd "$work/debs" && apt-get -o APT::Sandbox::User=root download -qq "${packages[@]}") >/dev/null
for deb in "$work"/debs/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$root" --keep-directory-symlink \
    --exclude='./usr/share/doc' --exclude='./usr/share/locale' --exclude='./usr/share/man' --exclude='./usr/share/info'
done

# The launcher of this build names both the JDK and the class path.
java=$(sed -n 's|^exec "\([^"]*\)/bin/java".*|\1|p' "$launcher")
class_path=$(sed -n 's|^exec .* -cp "\([^"]*\)".*|\1|p' "$launcher")
"$java/bin/jlink" --output "$root/opt/java" --strip-debug --no-man-pages --no-header-files --compress=zip-1 --add-modules \
  java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.security.jgss,java.security.sasl,java.sql,jdk.crypto.ec,jdk.unsupported,jdk.zipfs
IFS=: read -ra jars <<<"$class_path"
for jar in "${jars[@]}"; do
  case $(basename "$jar") in
    javafx-*|controlsfx-*|atlantafx-*|ikonli-*|picocli-*|resilience4j-*) ;;
    *.jar) cp "$jar" "$root/opt/kafka/libs/" ;;
  esac
done

cat >"$root/etc/kafka/docker/run" <<'RUN'
#!/bin/bash
set -e
export PATH=/opt/java/bin:/usr/bin:/bin
options=(-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.configurationFile=/etc/kafka/log4j2.properties -cp "/opt/kafka/libs/*")
java "${options[@]}" kafka.docker.KafkaDockerWrapper setup -D /etc/kafka/docker -M /mnt/shared/config -F /opt/kafka/config
exec java "${options[@]}" $KAFKA_OPTS kafka.Kafka /opt/kafka/config/server.properties
RUN
chmod 755 "$root/etc/kafka/docker/run"
echo "log.dirs=/var/lib/kafka" >"$root/etc/kafka/docker/server.properties"
touch "$root/etc/kafka/docker/log4j2.yaml" "$root/etc/kafka/docker/tools-log4j2.yaml"
# On standard output: the tests wait for a line that says the broker runs.
cat >"$root/etc/kafka/log4j2.properties" <<'LOG'
status = error
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = [%d] %p %m (%c)%n
rootLogger.level = info
rootLogger.appenderRef.out.ref = out
LOG

tar -c -C "$root" --owner=0 --group=0 --numeric-owner . |
  docker import --change 'ENV PATH=/opt/java/bin:/usr/bin:/bin' --change 'EXPOSE 9092' - "$image" >/dev/null
echo "build-image: $image, $(du -sm "$root" | cut -f1) MB"
