package programs.tasks;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.storage.Volume.empty;
import static dev.stowage.dsl.task.HealthCheck.shell;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.synth.rule.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;
import programs.Marks;
import programs.Outcome;

/** Mistakes that the words about a container and its task let through, found by a rule at the line of the program. */
// formatter:off
class MistakesTest {

    private static final Marks HERE = Marks.of(MistakesTest.class);

    @Test
    void portsAreNamedOnce() {
        var outcome = One.with(web -> web.port(tcp(80).named("web")).port(tcp(81).named("web"))); // <- port

        assertThat(places(outcome, "task.port.name-twice")).containsExactly(HERE.line("port"));
    }

    @Test
    void pathsBeginAtTheRoot() {
        var outcome = One.with(web -> web.workingDirectory("app") // <- folder
                .mount(empty("data"), "data")); // <- mount

        assertThat(places(outcome, "container.path.relative")).containsExactly(HERE.line("folder"), HERE.line("mount"));
    }

    @Test
    void aProcessStartsAsAUserWithAProgram() {
        var outcome = One.with(web -> web.user("1000:") // <- user
                .entryPoint("python app.py") // <- program
                .systemControl("vm.max_map_count", "262144")); // <- kernel

        assertThat(places(outcome, "container.user.form")).containsExactly(HERE.line("user"));
        assertThat(places(outcome, "container.entry-point.blank")).containsExactly(HERE.line("program"));
        assertThat(places(outcome, "container.kernel-setting.refused")).containsExactly(HERE.line("kernel"));
    }

    @Test
    void secretsAreNoVariables() {
        var outcome = One.with(web -> web.env("AWS_ACCESS_KEY_ID", "none") // <- access
                .env("DB_PASSWORD", "hunter2") // <- password
                .env("BROKER", "amqp://shop:hunter2@broker") // <- address
                .envFile(Bucket.existing("config", id("acme-config")).object("web.txt"))); // <- file

        assertThat(places(outcome, "container.variable.reserved")).containsExactly(HERE.line("access"));
        assertThat(places(outcome, "container.variable.plain-secret"))
                .containsExactly(HERE.line("password"), HERE.line("address"));
        assertThat(places(outcome, "container.variable-file.form")).containsExactly(HERE.line("file"));
    }

    @Test
    void containersOfATaskCallEachOtherAtLocalhost() {
        var task = One.task(One.container().env("CACHE", "redis://cache:6379")) // <- sibling
                .container(Container.of("cache", image("redis:7")));

        assertThat(places(One.of(task), "container.variable.sibling")).containsExactly(HERE.line("sibling"));
    }

    @Test
    void namesAreMadeOfCertainLetters() {
        var outcome = One.of(One.task(Container.of("the web", image("shop/web:1")))); // <- name

        assertThat(places(outcome, "template.value.form")).containsExactly(HERE.line("name"));
    }

    @Test
    void windowsOnFargateHasNoLimits() {
        var outcome = One.of(
                FargateTask.windows(OneVcpu.GB_2).container(One.container().openFiles(1024, 2048))); // <- limits

        assertThat(places(outcome, "task.windows.refused")).containsExactly(HERE.line("limits"));
    }

    @Test
    void aPlatformHasWhatItsTasksUse() {
        var outcome = One.of(
                One.service(One.task(One.container()).ephemeralStorage(50)).platform("1.3.0")); // <- platform

        assertThat(places(outcome, "service.platform.too-old")).containsExactly(HERE.line("platform"));
    }

    @Test
    void aDiskHasASpeedThatThereIs() {
        var outcome = One.with(web -> web.mount(disk("data", 10).iops(100), "/data")); // <- disk

        assertThat(places(outcome, "service.disk.speed")).containsExactly(HERE.line("disk"));
    }

    @Test
    void theirNeighboursAreSound() {
        var task = One.task(One.container()
                        .port(tcp(80).named("web"))
                        .port(tcp(81).named("admin"))
                        .workingDirectory("/app")
                        .mount(disk("data", 10).iops(3000), "/data")
                        .user("1000:1000")
                        .entryPoint("python", "app.py")
                        .systemControl("net.core.somaxconn", "1024")
                        .healthy(shell("curl -f http://localhost/ || exit 1"))
                        .env("AWS_REGION", "eu-west-1")
                        .env("DB_PASSWORD_FILE", "/run/password")
                        .env("CACHE", "redis://localhost:6379")
                        .env("spring.datasource.url", "jdbc:postgresql://db:5432/shop")
                        .envFile(Bucket.existing("config", id("acme-config")).object("web.env")))
                .container(Container.of("cache", image("redis:7")))
                .ephemeralStorage(50);
        var outcome = One.of(One.service(task).platform("1.4.0"));

        assertThat(Checker.check(outcome.model()).findings())
                .filteredOn(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
                .isEmpty();
        assertThat(Checker.check(One.of(FargateTask.windows(OneVcpu.GB_2).container(One.container()))
                                .model())
                        .findings())
                .isEmpty();
    }

    private static List<String> places(Outcome outcome, String rule) {
        return Checker.check(outcome.model()).findings().stream()
                .filter(finding -> finding.rule().value().equals(rule))
                .map(finding -> Outcome.place(finding.at()))
                .toList();
    }
}
