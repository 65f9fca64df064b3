package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.LogRouter;
import dev.stowage.local.stack.Logging;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The configuration of a FireLens router. */
class RouterConfigTest {

    private static RouterConfig config(LogRouter.Kind kind, Map<String, String> options, Logging logging) {
        var router = ContainerSetup.essential("log", "fluent").with(new LogRouter(kind, options));
        var app = ContainerSetup.essential("app", "shop").with(logging);
        var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, router, app);
        var booking = new Booking(setup, "arn:aws:ecs:eu-west-1:1:task/dev/t1", "dev", Optional.empty(), "me");
        return RouterConfig.of(booking, router);
    }

    @Test
    @Behaviour("3.5")
    void fluentBitListensAddsTheTaskAndSendsTheLogsOfEachContainer() {
        var logging = new Logging(
                FireLens.DRIVER,
                Map.of("Name", "http", "Host", "logs.example.com", "exclude-pattern", "^DEBUG"),
                Map.of("header", Hidden.of("s3cret")));

        var config = config(
                LogRouter.Kind.FLUENTBIT, Map.of("config-file-type", "file", "config-file-value", "/x.conf"), logging);

        assertThat(config.path()).isEqualTo("/fluent-bit/etc/fluent-bit.conf");
        assertThat(config.text())
                .contains("    unix_path /var/run/fluent.sock\n    Mem_Buf_Limit 25MB\n")
                .contains("    Listen 127.0.0.1\n    Port 24224\n")
                .contains("    Record ecs_task_definition shop:1\n")
                .contains("    Match app-firelens*\n    Exclude log ^DEBUG\n")
                .contains("@INCLUDE /x.conf\n")
                .contains(
                        "[OUTPUT]\n    Name http\n    Match app-firelens*\n    Host logs.example.com\n    header ${header_app}\n")
                .doesNotContain("s3cret");
    }

    @Test
    @Behaviour("3.5")
    void fluentdHasTheSameInItsOwnWords() {
        var logging = Logging.of(FireLens.DRIVER, Map.of("@type", "stdout", "include-pattern", "ERROR"));

        var config = config(LogRouter.Kind.FLUENTD, Map.of("enable-ecs-log-metadata", "false"), logging);

        assertThat(config.path()).isEqualTo("/fluentd/etc/fluent.conf");
        assertThat(config.text())
                .contains("<source>\n    @type unix\n    path /var/run/fluent.sock\n</source>\n")
                .contains(
                        "<filter app-firelens**>\n    @type grep\n    <regexp>\n        key log\n        pattern ERROR\n")
                .contains("<match app-firelens**>\n    @type stdout\n</match>\n")
                .doesNotContain("ecs_cluster");
    }
}
