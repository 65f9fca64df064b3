package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A template and its {@code local.yaml} on a real engine: what containers reach by the names that they are told. */
@OnDocker
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalYamlOnDockerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TimeScale FAST = new TimeScale(50);

    private static final String TEMPLATE = """
            Resources:
              Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}
              Front: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: application}}
              Http:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  LoadBalancerArn: !Ref Front
                  Port: 80
                  Protocol: HTTP
                  DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]
              Back: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Subnets: [subnet-1, subnet-2]}}
              BackHttp:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  LoadBalancerArn: !Ref Back
                  Port: 80
                  Protocol: HTTP
                  DefaultActions:
                    - {Type: fixed-response, FixedResponseConfig: {StatusCode: '200', MessageBody: another page}}
              Group:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: {Port: 80, Protocol: HTTP, TargetType: ip}
              Orders: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
              Stock: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
              WebTask:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: web
                  NetworkMode: awsvpc
                  ContainerDefinitions:
                    - Name: app
                      Image: IMAGE
                      StopTimeout: 2
                      Command: [sh, -c, 'mkdir -p /www; echo a page > /www/index.html; exec httpd -f -p 8080 -h /www']
                      PortMappings: [{ContainerPort: 8080}]
              ClientTask:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: client
                  NetworkMode: awsvpc
                  ContainerDefinitions:
                    - Name: asks
                      Image: IMAGE
                      StopTimeout: 2
                      Command:
                        - sh
                        - -c
                        - |
                          trap 'exit 143' TERM
                          while true; do
                            echo "front: $(wget -qO- $FRONT)"
                            echo "back: $(wget -qO- $BACK)"
                            echo "orders: $(wget -qO- http://$ORDERS)"
                            echo "stock: $(wget -qO- http://$STOCK)"
                            echo "queue: $(wget -qO- $AWS_ENDPOINT_URL_SQS)"
                            sleep 1 & wait
                          done
                      Environment:
                        - {Name: FRONT, Value: !Sub 'http://${Front.DNSName}/'}
                        - {Name: BACK, Value: !Sub 'http://${Back.DNSName}/'}
                        - {Name: ORDERS, Value: !Sub '${Orders.Endpoint.Address}:${Orders.Endpoint.Port}'}
                        - {Name: STOCK, Value: !Sub '${Stock.Endpoint.Address}:${Stock.Endpoint.Port}'}
              OldTask:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: old
                  NetworkMode: bridge
                  ContainerDefinitions:
                    - Name: bridged
                      Image: IMAGE
                      Memory: 32
                      StopTimeout: 2
                      Command: [sh, -c, 'mkdir -p /www; echo an old page > /www/index.html; exec httpd -f -p 9090 -h /www']
              Old:
                Type: AWS::ECS::Service
                Properties:
                  ServiceName: old
                  Cluster: !Ref Cluster
                  DesiredCount: 1
                  TaskDefinition: !Ref OldTask
              Web:
                Type: AWS::ECS::Service
                DependsOn: Http
                Properties:
                  ServiceName: web
                  Cluster: !Ref Cluster
                  LaunchType: FARGATE
                  DesiredCount: 2
                  TaskDefinition: !Ref WebTask
                  LoadBalancers: [{TargetGroupArn: !Ref Group, ContainerName: app, ContainerPort: 8080}]
              Client:
                Type: AWS::ECS::Service
                Properties:
                  ServiceName: client
                  Cluster: !Ref Cluster
                  LaunchType: FARGATE
                  DesiredCount: 1
                  TaskDefinition: !Ref ClientTask
            """.replace("IMAGE", TestImages.BUSYBOX);

    private static final String LOCAL = """
            replace:
              Orders: {host: 'localhost:HERE'}
              Stock:
                image: IMAGE
                port: 7000
                command: [sh, -c, 'mkdir -p /www; echo a companion > /www/index.html; exec httpd -f -p 7000 -h /www']
            endpoints: {sqs: 'http://localhost:HERE'}
            containers:
              web/app: {ports: ['DEBUG:8080']}
              old/bridged: {ports: [9090]}
            """.replace("IMAGE", TestImages.BUSYBOX);

    @TempDir
    private static Path folder;

    private final RunId id = new RunId("test-yaml-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private LocalRun run;
    private int debugger;

    @BeforeAll
    void isUp() throws IOException {
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
        var here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        here.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("this machine\n".getBytes(StandardCharsets.UTF_8));
            }
        });
        here.start();
        open.add(() -> here.stop(0));
        debugger = free();
        var yaml = LOCAL.replace("HERE", String.valueOf(here.getAddress().getPort()))
                .replace("DEBUG", String.valueOf(debugger));
        Files.writeString(folder.resolve("local.yaml"), yaml);
        run = begun(TEMPLATE, folder);
        var now = run.await(Snapshot::isStable, PATIENCE);
        assertThat(now.isStable())
                .as(String.join("\n", Story.between(Snapshot.NOTHING, now, ZoneOffset.UTC)) + notes)
                .isTrue();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private LocalRun begun(String template, Path beside) {
        var model = ModelReader.template("shop.yaml", template.getBytes(StandardCharsets.UTF_8));
        var hold = held(id);
        open.add(0, hold);
        open.add(0, hold::delete);
        var machine =
                DockerMachine.open(hold.folder(), TrafficSettings.STANDARD.scaled(FAST), Credentials.NONE, notes::add);
        open.add(0, machine);
        var opening = Opening.of(
                model, SettingsReader.read(beside, Map.of(), List.of(), List.of()), machine.facts(), TimeScale.REAL);
        assertThat(opening.wanted()).as("%s", opening.report().findings()).isPresent();
        var begun = LocalRun.begin(opening.wanted().orElseThrow(), machine, FAST, notes::add, now -> {});
        open.add(0, begun);
        return begun;
    }

    /** A folder where those of all runs are, so that whoever has the address of the endpoints finds it. */
    private static RunFolder.Hold held(RunId id) {
        var home = RunFolder.home(name -> Optional.ofNullable(System.getenv(name)));
        return RunFolder.of(home, id).hold().orElseThrow();
    }

    @AfterAll
    void leavesNothing() throws Exception {
        for (var one : open) {
            one.close();
        }
        assertThat(DockerMachine.left()).doesNotContain(id);
    }

    @Test
    @Behaviour("14")
    void aTaskReachesTheLoadBalancerByItsNameAtThePortOfAws() {
        assertThat(said("front: ")).isEqualTo("front: a page");
        assertThat(notes).noneMatch(note -> note.startsWith("LOCAL-PORT"));
    }

    @Test
    @Behaviour("14.7")
    void aTaskReachesTheSecondLoadBalancerAtTheSamePortByItsOwnName() throws Exception {
        assertThat(said("back: ")).isEqualTo("back: another page");

        var ports = run.addresses().stream()
                .filter(one -> one.name().equals("Front") || one.name().equals("Back"))
                .collect(
                        Collectors.toMap(Machine.Address::name, one -> one.uri().getPort()));
        assertThat(get(ports.get("Front"))).isEqualTo("a page\n");
        assertThat(get(ports.get("Back"))).isEqualTo("another page");
    }

    @Test
    void whatListensOnTheLoopbackOfThisMachineTakesThePlaceOfADatabase() {
        assertThat(said("orders: ")).isEqualTo("orders: this machine");
    }

    @Test
    void callsToAServiceOfAwsGoToAnEndpointOnTheLoopbackOfThisMachine() {
        assertThat(said("queue: ")).isEqualTo("queue: this machine");
    }

    @Test
    @Behaviour("13")
    void aContainerTakesThePlaceOfADatabase() {
        assertThat(said("stock: ")).isEqualTo("stock: a companion");
    }

    @Test
    void everyTaskHasItsDebugPortOnTheLoopbackAndTheWantedOneGoesOverWhenItsTaskEnds() throws Exception {
        var ports = debugPorts();
        assertThat(ports).hasSize(2).contains(debugger);
        for (var port : ports) {
            assertThat(get(port)).isEqualTo("a page\n");
        }
        assertThat(notes)
                .anyMatch(note -> note.startsWith("Port 8080 of container `app` of task ")
                        && note.endsWith(" is at 127.0.0.1:" + debugger + "."))
                .anyMatch(note -> note.endsWith("; " + debugger + " is in use."));

        var first = tasks("web").get(0);
        run.stop(first.id(), "for a test");
        await(() -> run.now().tasks(first.id().value()).stream().allMatch(Task::isStopped));
        await(() -> debugPorts().contains(debugger));

        assertThat(get(debugger)).isEqualTo("a page\n");
    }

    @Test
    @Behaviour("10.1")
    void aServiceWhoseTasksRunAndEndIsToldWithWhatTheyPrintedLast() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var own = new RunId(id + "-loop");
        try (var hold = held(own);
                AutoCloseable gone = hold::delete;
                var machine = DockerMachine.open(
                        hold.folder(), TrafficSettings.STANDARD.scaled(FAST), Credentials.NONE, told::add);
                var begun = LocalRun.begin(Shop.crashing(1), machine, FAST, told::add, now -> {})) {
            await(() -> told.stream().anyMatch(note -> note.startsWith("LOCAL-CRASHLOOP")));
            assertThat(begun.now().tasks()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(gone).isNotNull();
        }
        assertThat(told)
                .filteredOn(note -> note.startsWith("LOCAL-CRASHLOOP"))
                .singleElement()
                .asString()
                .contains("the tasks of service `web` run and then end, 3 of them so far")
                .contains("container `web` of the last one ended with exit code 3 and printed last: cannot start");
        assertThat(DockerMachine.left()).doesNotContain(own);
    }

    @Test
    void aDebugPortNeedsNoMappingInBridgeMode() throws Exception {
        assertThat(get(debugPorts("bridged:9090").get(0))).isEqualTo("an old page\n");
    }

    private List<Integer> debugPorts() {
        return debugPorts("app:8080");
    }

    private List<Integer> debugPorts(String label) {
        return run.addresses().stream()
                .filter(one -> one.label().equals(label))
                .peek(one -> assertThat(one.uri().getHost()).isEqualTo("127.0.0.1"))
                .map(one -> one.uri().getPort())
                .toList();
    }

    private static String get(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private List<Task> tasks(String service) {
        var now = run.now();
        return now.tasksOf(now.service(now.named(service).get(0)).orElseThrow()).stream()
                .filter(Task::isLive)
                .toList();
    }

    /** The first line with an answer that the client printed after that word. */
    private String said(String word) {
        var client = new ContainerId(tasks("client").get(0).id(), "asks");
        var lines = new ArrayList<String>();
        await(() -> {
            lines.clear();
            run.machine().logs(client, false, lines::add);
            lines.removeIf(line -> !line.startsWith(word) || line.equals(word));
            return !lines.isEmpty();
        });
        return lines.get(0);
    }

    private void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("the time is over; notes: " + notes)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
