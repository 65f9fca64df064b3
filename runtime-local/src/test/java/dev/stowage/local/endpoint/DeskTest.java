package dev.stowage.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a task is told when it asks about itself. */
class DeskTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final EndpointIds IDS = EndpointIds.of("shop", new byte[] {1, 2, 3});
    private static final String WEB = IDS.of(Village.WEB);
    private static final Roles SHOP = new Roles(Optional.of("arn:aws:iam::123456789012:role/shop"), Optional.empty());

    private final Village village = Village.of(SHOP);
    private final LogSink logs = LogSink.empty();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Village.NOON);

    @Test
    @Behaviour("6.3")
    void tellsAContainerAboutItself() {
        var json = ok(Asked.get("v4", WEB));

        assertThat(json.path("Name").asText()).isEqualTo("web");
        assertThat(json.path("Image").asText()).isEqualTo("shop/web:7");
        assertThat(json.path("KnownStatus").asText()).isEqualTo("RUNNING");
        assertThat(json.path("Type").asText()).isEqualTo("NORMAL");
        assertThat(json.path("Limits").path("CPU").asInt()).as("never below 2").isEqualTo(2);
        assertThat(json.path("StartedAt").asText()).isEqualTo("2026-11-20T12:00:02Z");
        assertThat(json.path("LogOptions").path("awslogs-group").asText()).isEqualTo("/ecs/shop");
        assertThat(json.path("ContainerARN").asText())
                .startsWith("arn:aws:ecs:eu-west-1:123456789012:container/dev/0f3a/");
        assertThat(json.has("ExitCode")).isFalse();
        assertThat(json.has("Health")).isFalse();
    }

    @Test
    @Behaviour("6.3")
    void tellsItsPlaceOnTheNetwork() {
        var network = ok(Asked.get("v4", WEB)).path("Networks").path(0);

        assertThat(network.path("NetworkMode").asText()).isEqualTo("awsvpc");
        assertThat(network.path("IPv4Addresses").path(0).asText()).isEqualTo("10.0.1.7");
        assertThat(network.path("PrivateDNSName").asText()).isEqualTo("ip-10-0-1-7.eu-west-1.compute.internal");
        assertThat(ok(Asked.get("v3", WEB)).path("Networks").path(0).has("MACAddress"))
                .isFalse();
    }

    @Test
    @Behaviour("6.3")
    void tellsATaskAboutItselfAndAllItsContainers() {
        var json = ok(Asked.get("v4", WEB, "task"));

        assertThat(json.path("TaskARN").asText()).isEqualTo("arn:aws:ecs:eu-west-1:123456789012:task/dev/0f3a");
        assertThat(json.path("ServiceName").asText()).isEqualTo("shop");
        assertThat(json.path("Limits").path("CPU").asDouble()).isEqualTo(0.5);
        assertThat(json.path("LaunchType").asText()).isEqualTo("EC2");
        assertThat(json.path("Containers"))
                .extracting(one -> one.path("Type").asText() + " "
                        + one.path("KnownStatus").asText())
                .containsExactly("CNI_PAUSE RESOURCES_PROVISIONED", "NORMAL RUNNING");
        assertThat(ok(Asked.get("v3", WEB, "task")).has("LaunchType")).isFalse();
    }

    @Test
    @Behaviour("6.3")
    void tellsWhatTheEngineMeasured() {
        assertThat(ok(Asked.get("v4", WEB, "stats")).path("read").asText()).isEqualTo("now");
        var all = ok(Asked.get("v4", WEB, "task", "stats"));
        assertThat(all.path("bbbb".repeat(16)).path("read").asText()).isEqualTo("now");
        assertThat(all.path("aaaa".repeat(16)).isNull()).isTrue();
    }

    @Test
    @Behaviour("6.3")
    void findsATaskByItsAddressForTheSecondVersion() {
        var asked = new Asked("GET", List.of("v2", "metadata"), Map.of(), "", "", Village.ADDRESS);

        assertThat(ok(asked).path("Family").asText()).isEqualTo("shop");
        assertThat(desk().answer(Asked.get("v2", "metadata")).status()).isEqualTo(400);
    }

    @Test
    @Behaviour("6.3")
    void tellsNothingToWhoeverGuesses() {
        assertThat(desk().answer(Asked.get("v4", "shop.0000")))
                .isEqualTo(new Told(404, "\"unable to get task ARN or container from request: no such endpoint id\""));
        assertThat(desk().answer(Asked.get("v3", "shop.0000")).status()).isEqualTo(500);
        assertThat(desk().answer(Asked.get("v4", WEB, "nonsense")).status()).isEqualTo(404);
    }

    @Test
    @Behaviour("6.1")
    void isAskedSixtyTimesAtOnceAndFortyTimesASecond() {
        var desk = desk();

        assertThat(admitted(desk, 100)).isEqualTo(60);
        clock.set(Village.NOON.plusSeconds(1));
        assertThat(admitted(desk, 100)).isEqualTo(40);
    }

    @Test
    @Behaviour("6.2")
    void givesNoCredentialsUnlessItIsToldTo() {
        var told = desk().answer(Asked.get("v2", "credentials", IDS.ofRole(Village.TASK)));

        assertThat(told.status()).isEqualTo(503);
        assertThat(json(told).path("code").asText()).isEqualTo("CredentialsUninitialized");
    }

    @Test
    @Behaviour("6.2")
    void givesTheCredentialsThatItIsToldTo() {
        var keys = Credentials.Keys.lasting("AKIA1", "sesame", Optional.empty());
        var json =
                json(desk(role -> Optional.of(keys)).answer(Asked.get("v2", "credentials", IDS.ofRole(Village.TASK))));

        assertThat(json.path("RoleArn").asText()).isEqualTo("arn:aws:iam::123456789012:role/shop");
        assertThat(json.path("AccessKeyId").asText()).isEqualTo("AKIA1");
        assertThat(json.path("SecretAccessKey").asText()).isEqualTo("sesame");
        assertThat(json.path("Expiration").asText()).startsWith("2099");
        assertThat(keys.toString()).doesNotContain("sesame");
    }

    @Test
    @Behaviour("6.2")
    void saysWhatIsWrongWithAnIdForCredentials() {
        assertThat(json(desk().answer(Asked.get("v2", "credentials")))
                        .path("code")
                        .asText())
                .isEqualTo("NoIdInRequest");
        assertThat(json(desk().answer(Asked.get("v2", "credentials", WEB)))
                        .path("code")
                        .asText())
                .isEqualTo("InvalidIdInRequest");
    }

    @Test
    void givesTheEngineKeysThatOpenNothingForLogs() {
        var json = ok(Asked.get("v2", "credentials", IDS.ofLogs(Village.TASK)));

        assertThat(json.path("AccessKeyId").asText()).isEqualTo("ASIALOCAL00000000000");
    }

    @Test
    @Behaviour("6.3")
    void sparesATaskThatAsksForIt() {
        var told = put("{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":60}");

        assertThat(json(told).path("protection").path("ExpirationDate").asText())
                .isEqualTo("2026-11-20T13:00:00Z");
        assertThat(village.wishes()).containsExactly("protect 0f3a for 60 min");
        assertThat(ok(Asked.get("api", WEB, "task-protection", "v1", "state"))
                        .path("protection")
                        .path("ProtectionEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Behaviour("6.3")
    void sparesForTwoHoursWhereNothingIsSaidAndNoMoreWhereNotWanted() {
        assertThat(put("{\"ProtectionEnabled\":true}").status()).isEqualTo(200);
        assertThat(put("{\"ProtectionEnabled\":false}").status()).isEqualTo(200);
        assertThat(village.wishes()).containsExactly("protect 0f3a for 120 min", "unprotect 0f3a");
    }

    @Test
    @Behaviour("6.3")
    void refusesAWishThatEcsWouldNotTake() {
        for (var body : List.of(
                "",
                "nonsense",
                "[]",
                "{}",
                "{\"ProtectionEnabled\":\"yes\"}",
                "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":0}",
                "{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":2881}",
                "{\"ProtectionEnabled\":true,\"Forever\":true}")) {
            var told = put(body);
            assertThat(told.status()).as(body).isEqualTo(400);
            assertThat(json(told).path("error").path("Code").asText()).isEqualTo("InvalidParameterException");
        }
        assertThat(village.wishes()).isEmpty();
    }

    @Test
    @Behaviour("6.3")
    void sparesNoTaskWithoutARole() {
        var desk = new Desk(Village.of(Roles.NONE), IDS, Credentials.NONE, logs, clock::get);
        var told = desk.answer(Asked.get("api", WEB, "task-protection", "v1", "state"));

        assertThat(told.status()).isEqualTo(403);
        assertThat(json(told).path("error").path("Code").asText()).isEqualTo("AccessDeniedException");
    }

    @Test
    @Behaviour("6.4")
    void showsTheTasksOfAnInstanceWithoutTheirPauses() {
        var task = ok(Asked.get("v1", "tasks")).path("Tasks").path(0);

        assertThat(task.path("Version").asText()).isEqualTo("1");
        assertThat(task.path("Containers")).hasSize(1);
        assertThat(ok(Asked.get("v1", "metadata")).path("Cluster").asText()).isEqualTo("dev");
        assertThat(ok(Asked.get()).path("AvailableCommands")).hasSize(2);
    }

    @Test
    @Behaviour("6.4")
    void findsOneTaskByItsArnOrByAContainer() {
        var arn = "arn:aws:ecs:eu-west-1:123456789012:task/dev/0f3a";

        assertThat(ok(tasks(Map.of("taskarn", arn))).path("Family").asText()).isEqualTo("shop");
        assertThat(ok(tasks(Map.of("dockerid", "bbbbbbbbbbbb"))).path("Family").asText())
                .isEqualTo("shop");
        assertThat(desk().answer(tasks(Map.of("dockerid", "cccc"))).status()).isEqualTo(404);
        assertThat(desk().answer(tasks(Map.of("taskarn", arn, "dockerid", "bbbb")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Behaviour("3.5")
    void takesLogsAsCloudWatchDoes() {
        logs.group("/ecs/shop");
        var stream = "{\"logGroupName\":\"/ecs/shop\",\"logStreamName\":\"web/web/0f3a\"";

        assertThat(logged("CreateLogStream", stream + "}").status()).isEqualTo(200);
        assertThat(json(logged("CreateLogStream", stream + "}")).path("__type").asText())
                .isEqualTo("ResourceAlreadyExistsException");
        assertThat(logged(
                                "PutLogEvents",
                                stream + ",\"logEvents\":[{\"timestamp\":2,\"message\":\"b\"},"
                                        + "{\"timestamp\":1,\"message\":\"a\"}]}")
                        .status())
                .isEqualTo(200);
        assertThat(logs.streams("/ecs/shop")).containsExactly("web/web/0f3a");
        assertThat(logs.lines("/ecs/shop", "web/web/0f3a"))
                .extracting(LogLine::message)
                .containsExactly("a", "b");
    }

    @Test
    @Behaviour("3.5")
    void wantsALogGroupToBeThereAsOnAws() {
        var stream = "{\"logGroupName\":\"/none\",\"logStreamName\":\"a\"}";

        assertThat(json(logged("CreateLogStream", stream)).path("__type").asText())
                .isEqualTo("ResourceNotFoundException");
        assertThat(logged("CreateLogGroup", stream).status()).isEqualTo(200);
        assertThat(logged("CreateLogStream", stream).status()).isEqualTo(200);
        assertThat(logged("PutLogEvents", "nonsense").status()).isEqualTo(400);
        assertThat(logged("DeleteEverything", "{}").status()).isEqualTo(400);
    }

    private Told logged(String operation, String body) {
        return desk().answer(new Asked("POST", List.of(), Map.of(), "Logs_20140328." + operation, body, ""));
    }

    private Told put(String body) {
        var path = List.of("api", WEB, "task-protection", "v1", "state");
        return desk().answer(new Asked("PUT", path, Map.of(), "", body, ""));
    }

    private static Asked tasks(Map<String, String> query) {
        return new Asked("GET", List.of("v1", "tasks"), query, "", "", "");
    }

    private static long admitted(Desk desk, int times) {
        return IntStream.range(0, times)
                .filter(i -> desk.answer(Asked.get("v4", WEB)).status() == 200)
                .count();
    }

    private Desk desk() {
        return desk(Credentials.NONE);
    }

    private Desk desk(Credentials credentials) {
        return new Desk(village, IDS, credentials, logs, clock::get);
    }

    private JsonNode ok(Asked asked) {
        var told = desk().answer(asked);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return json(told);
    }

    private static JsonNode json(Told told) {
        try {
            return MAPPER.readTree(told.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(told.body(), e);
        }
    }
}
