package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.run.DockerMachine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Local runs of a user who is not root: one with no account, whom {@code setpriv} plays, on a real engine. Only root can have
 * somebody else be played.
 */
@OnDocker
class OtherUserTest {

    private static final int USER = 61_729;
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final String RUN = "test-user-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private static final String TEMPLATE = """
            Resources:
              Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}
              Front: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [subnet-1, subnet-2]}}
              Http:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  LoadBalancerArn: !Ref Front
                  Port: 80
                  Protocol: HTTP
                  DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]
              Group:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: {Port: 80, Protocol: HTTP, TargetType: ip, VpcId: vpc-1}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: web
                  NetworkMode: awsvpc
                  ContainerDefinitions:
                    - Name: app
                      Image: IMAGE
                      Memory: 32
                      StopTimeout: 2
                      PortMappings: [{ContainerPort: 8080}]
                      Command: [sh, -c, 'mkdir -p /www; echo a page > /www/index.html; exec httpd -f -p 8080 -h /www']
              Web:
                Type: AWS::ECS::Service
                DependsOn: Http
                Properties:
                  ServiceName: web
                  Cluster: !Ref Cluster
                  DesiredCount: 1
                  TaskDefinition: !Ref Task
                  NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [sg-1]}}
                  LoadBalancers: [{TargetGroupArn: !Ref Group, ContainerName: app, ContainerPort: 8080}]
            """.replace("IMAGE", TestImages.BUSYBOX);

    @TempDir
    private static Path folder;

    private static String classes;

    @BeforeAll
    static void hasAFolderAndClasses() throws IOException {
        Assumptions.assumeTrue(
                LocalProcess.has("setpriv") && canWrite(Path.of("/root")), "only root can play somebody else");
        Assumptions.assumeTrue(Files.exists(SOCKET), "there is no " + SOCKET);
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
        classes = copied(System.getProperty("java.class.path"), folder.resolve("classes"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("shop.yaml"), TEMPLATE);
        for (var one : List.of(home, home.resolve("shop.yaml"))) {
            assertThat(Files.setAttribute(one, "unix:uid", USER)).isEqualTo(one);
        }
    }

    private static boolean canWrite(Path place) {
        return Files.isWritable(place);
    }

    @AfterAll
    static void leavesNothing() {
        assertThat(DockerMachine.left()).doesNotContain(new RunId(RUN));
    }

    /** A class path that everybody may read. */
    private static String copied(String classPath, Path to) throws IOException {
        var places = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator, -1)) {
            var from = Path.of(entry);
            if (Files.exists(from)) {
                var copy = to.resolve(places.size() + "-" + from.getFileName());
                copy(from, copy);
                places.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, places);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var one : all.toList()) {
                var place = to.resolve(from.relativize(one).toString());
                Files.createDirectories(Files.isDirectory(one) ? place : place.getParent());
                if (!Files.isDirectory(one)) {
                    assertThat(Files.copy(one, place)).isEqualTo(place);
                }
            }
        }
    }

    /** That user, in these groups beside the own one. */
    private static LocalProcess user(String... groups) {
        var id = String.valueOf(USER);
        var among = groups.length == 0 ? "--clear-groups" : "--groups=" + String.join(",", groups);
        var home = folder.resolve("home");
        return LocalProcess.in(home)
                .through(List.of("setpriv", "--reuid", id, "--regid", id, among), classes)
                .with(Map.of("HOME", home.toString()));
    }

    private static String groupOfSocket() throws IOException {
        return String.valueOf(Files.getAttribute(SOCKET, "unix:gid"));
    }

    @Test
    void whoIsInTheGroupOfTheSocketRunsAStackInAFolderOfTheirOwn() throws Exception {
        var user = user(groupOfSocket());

        var said = user.fine("local", "up", "shop.yaml", "-d", "--run", RUN, "--time-scale=50");
        try {
            assertThat(said).contains("The run `" + RUN + "` goes on.");
            if (firstPortOfEverybody() > 80) {
                assertThat(said).contains("LOCAL-ADDR: nobody can listen at 169.254.170.2", "LOCAL-PORT");
            }
            assertThat(user.fine("local", "ps", "--run", RUN)).containsPattern("web +1/1 +web:1 COMPLETED");
            assertThat(user.fine("local", "exec", "--run", RUN, "web", "--", "cat", "/www/index.html"))
                    .isEqualTo("a page\n");
            assertNobodyElseReads(folder.resolve("home/stowage/runs").resolve(RUN));
        } finally {
            user.fine("local", "down", "--run", RUN);
        }
        assertThat(folder.resolve("home/stowage/runs")).isEmptyDirectory();
    }

    private static int firstPortOfEverybody() throws IOException {
        var file = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1024;
    }

    private static void assertNobodyElseReads(Path run) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
                .isEqualTo("rwx------");
        try (var files = Files.walk(run)) {
            for (var one : files.toList()) {
                assertThat(Files.getAttribute(one, "unix:uid"))
                        .as("owner of %s", one)
                        .isEqualTo(USER);
            }
        }
    }

    @Test
    void whoIsNotInTheGroupOfTheSocketIsToldWhoseItIsAndWhatToDo() throws Exception {
        var outcome = user().run("local", "up", "shop.yaml", "-d", "--run", RUN);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.text())
                .contains("you have no permission on the Docker socket " + SOCKET + ", which belongs to "
                        + Files.getAttribute(SOCKET, "unix:owner") + ":" + Files.getAttribute(SOCKET, "unix:group"))
                .contains("sudo usermod -aG ");
        assertThat(folder.resolve("home/stowage/runs/" + RUN)).doesNotExist();
    }
}
