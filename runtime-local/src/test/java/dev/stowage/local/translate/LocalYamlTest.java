package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.stack.Mounts.MountPoint;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.Published;
import dev.stowage.local.stack.StandIn;
import dev.stowage.local.stack.VolumeSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What local.yaml says is what runs. */
class LocalYamlTest {

    private static final String SHOP =
            Translated.taskTemplate("""
            ContainerDefinitions:
              - Name: main
                Image: shop/web:7
                Environment:
                  - {Name: DB, Value: !Sub '${Db.Endpoint.Address}:${Db.Endpoint.Port}'}
                  - {Name: LEVEL, Value: info}
            """) + "  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}\n";

    @TempDir
    private Path folder;

    @Test
    void anImageTakesThePlaceOfADatabase() throws IOException {
        var translated = translate("replace: {Db: {image: 'postgres:16', port: 5433, environment: {A: b}}}");
        var stack = translated.stack();
        var companion = stack.services().get(0);
        var container = companion.setup().containers().get(0);
        var names = stack.namespaces().get(0);

        assertThat(container.image()).isEqualTo("postgres:16");
        assertThat(container.environment().variables()).isEqualTo(Map.of("A", "b"));
        assertThat(container.ports()).containsExactly(PortMapping.tcp(5433));
        assertThat(companion.registrations().get(0).discovery())
                .isEqualTo(names.services().get(0).key());
        assertThat(stack.task("web")
                        .orElseThrow()
                        .containers()
                        .get(0)
                        .environment()
                        .variables())
                .containsEntry("DB", names.services().get(0).name() + "." + names.name() + ":5433");
        assertThat(stack.standIns()).isEmpty();
        assertThat(translated.findings("LOCAL-RESOURCE")).isEmpty();
    }

    @Test
    void somethingOnThisMachineTakesThePlaceOfADatabase() throws IOException {
        var translated = translate("replace: {Db: {host: 'localhost:15432'}}");

        assertThat(translated.container().environment().variables().get("DB")).endsWith(".internal:15432");
        assertThat(translated.stack().standIns().get(0).place()).contains(new StandIn.Place("localhost", 15_432));
        assertThat(translated.stack().services()).isEmpty();
    }

    @Test
    void aNameThatIsNoResourceIsAMistakeAtItsLine() throws IOException {
        assertThat(translate("replace: {Dbb: {image: p}}").findings("LOCAL-CONFIG"))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one).contains("local.yaml:1:").contains("`Dbb`"));
    }

    @Test
    void aContainerGetsVariablesSourcesAndADebugPort() throws IOException {
        var translated = translate("""
                replace: {Db: {host: 'localhost:1'}}
                containers:
                  web/main:
                    image: shop/web:dev
                    command: [serve, --reload]
                    environment: {LEVEL: debug}
                    mounts: [{source: src, path: /app/src}]
                    ports: ['15005:5005']
                """);
        var container = translated.container();

        assertThat(container.image()).isEqualTo("shop/web:dev");
        assertThat(container.command().arguments()).containsExactly("serve", "--reload");
        assertThat(container.environment().variables()).containsEntry("LEVEL", "debug");
        assertThat(container.published()).containsExactly(new Published(5005, 15_005));
        var volume = new MountPoint("local-web-main-app-src", "/app/src", false);
        assertThat(container.mounts().volumes()).containsExactly(volume);
        assertThat(translated.task().volumes())
                .containsExactly(new VolumeSetup.HostFolder(
                        volume.volume(), folder.resolve("src").toString()));
    }

    @Test
    @Behaviour("3.4")
    void environmentFilesStandUnderTheVariablesOfTheContainer() throws IOException {
        Files.writeString(folder.resolve("app.env"), "LEVEL=file\nMORE=file\n");
        Files.writeString(folder.resolve("local.yaml"), "files: {'arn:aws:s3:::b/app.env': app.env}\n");
        var settings =
                SettingsReader.read(folder, Map.of(), List.of(), List.of()).settings();
        var translated = Translated.template(Translated.taskTemplate("""
                        ContainerDefinitions:
                          - Name: main
                            Image: w
                            Environment: [{Name: LEVEL, Value: info}]
                            EnvironmentFiles: [{Type: s3, Value: 'arn:aws:s3:::b/app.env'}]
                        """), settings, Translated.MACHINE);

        assertThat(translated.container().environment().variables()).isEqualTo(Map.of("LEVEL", "info", "MORE", "file"));
    }

    @Test
    void callsToAwsAreSentToAnEndpointOnThisMachine() throws IOException {
        var variables = translate("replace: {Db: {host: 'localhost:1'}}\nendpoints: {sqs: 'http://localhost:9324'}")
                .container()
                .environment()
                .variables();

        assertThat(variables.get("AWS_ENDPOINT_URL_SQS"))
                .startsWith("http://endpoint-")
                .endsWith(".internal:9324");
    }

    @Test
    void aValueThatOnlyADeploymentTellsCanBeGiven() throws IOException {
        var text = Translated.taskTemplate("""
                ContainerDefinitions: [{Name: main, Image: w, Environment: [{Name: A, Value: !GetAtt Made.Token}]}]
                """) + "  Made: {Type: Custom::Made}\n";
        Files.writeString(folder.resolve("local.yaml"), "values: {Made.Token: x}\n");
        var settings =
                SettingsReader.read(folder, Map.of(), List.of(), List.of()).settings();

        var with = Translated.template(text, settings, Translated.MACHINE);
        var without = Translated.template(text);

        assertThat(with.container().environment().variables()).containsEntry("A", "x");
        assertThat(with.messages()).isEmpty();
        assertThat(without.findings("LOCAL-TEMPLATE")).hasSize(1);
    }

    private Translated translate(String yaml) throws IOException {
        Files.writeString(folder.resolve("local.yaml"), yaml + "\n");
        var gathered = SettingsReader.read(folder, Map.of(), List.of(), List.of());
        assertThat(gathered.findings()).isEmpty();
        return Translated.template(SHOP, gathered.settings(), Translated.MACHINE);
    }
}
