package dev.stowage.local.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.config.LocalConfig.BindMount;
import dev.stowage.local.config.LocalConfig.InstanceFleet;
import dev.stowage.local.config.LocalConfig.OpenPort;
import dev.stowage.local.config.LocalConfig.Replacement.ByHost;
import dev.stowage.local.config.LocalConfig.Replacement.ByImage;
import dev.stowage.local.config.SettingsReader.Gathered;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.format.Ink;
import dev.stowage.schema.diagnostic.format.ReportFormat;
import dev.stowage.schema.diagnostic.format.Vantage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAnyFileNothingIsSaid() {
        var gathered = gather();

        assertThat(gathered.findings()).isEmpty();
        assertThat(gathered.settings().local()).isEqualTo(LocalConfig.none(folder.toString()));
    }

    @Test
    void readsAllThatLocalYamlCanSay() throws IOException {
        write("local.yaml", """
                region: eu-central-1
                account: '111122223333'
                parameters: {Stage: dev, Count: 2}
                values: {Custom.Name: x}
                replace:
                  Orders: {image: 'postgres:16', port: 5432, environment: {POSTGRES_PASSWORD: x}, command: [-c, a]}
                  Cache: {host: 'localhost:6379'}
                containers:
                  web/main:
                    image: mine
                    command: [serve]
                    environment: {LEVEL: debug, N: 1}
                    mounts: [{source: ./src, path: /app/src, readOnly: true}]
                    ports: [5005, '15006:5006']
                endpoints: {sqs: 'http://localhost:9324'}
                files: {'arn:aws:s3:::b/app.env': app.env}
                instances: {count: 2, cpu: 2048, memory: 4096}
                """);

        var local = gather().settings().local();

        assertThat(gather().findings()).isEmpty();
        assertThat(local.region()).hasValue("eu-central-1");
        assertThat(local.account()).hasValue("111122223333");
        assertThat(local.parameters()).isEqualTo(Map.of("Stage", "dev", "Count", "2"));
        assertThat(local.values()).isEqualTo(Map.of("Custom.Name", "x"));
        assertThat(local.replace().get("Orders")).isInstanceOfSatisfying(ByImage.class, one -> {
            assertThat(one.image()).isEqualTo("postgres:16");
            assertThat(one.ports()).containsExactly(5432);
            assertThat(one.command()).containsExactly("-c", "a");
        });
        assertThat(local.replace().get("Cache")).isInstanceOfSatisfying(ByHost.class, one -> {
            assertThat(one.host()).isEqualTo("localhost");
            assertThat(one.port()).isEqualTo(6379);
        });
        var change = local.containers().get("web/main");
        assertThat(change.image()).hasValue("mine");
        assertThat(change.command()).hasValue(List.of("serve"));
        assertThat(change.environment()).isEqualTo(Map.of("LEVEL", "debug", "N", "1"));
        assertThat(change.mounts())
                .containsExactly(new BindMount(folder.resolve("src").toString(), "/app/src", true));
        assertThat(change.ports()).containsExactly(new OpenPort(5005, 5005), new OpenPort(5006, 15_006));
        assertThat(local.files()).containsValue(folder.resolve("app.env").toString());
        assertThat(local.fleet()).isEqualTo(new InstanceFleet(2, Optional.of(2048), Optional.of(4096)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    regoin: eu-west-1                         | 1:9  | `regoin` is no word of local.yaml here
                    account: 12                               | 1:10 | account
                    replace: {Db: {image: p, prot: 1}}        | 1:32 | `replace/Db/prot` is no word of local.yaml here
                    replace: {Db: {port: 1}}                  | 1:11 | one of both is wanted
                    replace: {Db: {host: localhost}}          | 1:22 | another form
                    containers: {web: {mounts: [{path: /a}]}} | 1:29 | lacks `source`
                    containers: {web: {ports: [99999]}}       | 1:28 | ports/0
                    endpoints: {sqs: localhost}               | 1:18 | another form
                    instances: {count: 0}                     | 1:20 | instances/count
                    """)
    void namesTheLineOfEveryMistake(String text, String place, String words) throws IOException {
        write("local.yaml", text + "\n");

        assertThat(gather().findings()).hasSize(1).first().satisfies(one -> {
            assertThat(one.rule().value()).isEqualTo("LOCAL-CONFIG");
            assertThat(one.at()).hasToString(folder.resolve("local.yaml") + ":" + place);
            assertThat(one.message()).contains(words);
        });
    }

    @Test
    void secretsAreReadAndNeverShown() throws IOException {
        write("local.secrets.yaml", """
                secrets:
                  shop/db: {username: app, password: opensesame}
                  token: t0ken
                parameters:
                  /shop/flag: on
                """, "rw-------");

        var gathered = gather();

        assertThat(gathered.findings()).isEmpty();
        var secrets = gathered.settings().secrets();
        assertThat(secrets.secret("shop/db").map(Hidden::reveal))
                .hasValueSatisfying(
                        json -> assertThat(json).contains("\"password\"").contains("opensesame"));
        assertThat(secrets.parameter("shop/flag")).isPresent();
        assertThat(gathered.toString()).doesNotContain("opensesame").doesNotContain("t0ken");
    }

    @Test
    void aFileOfSecretsThatOthersMayReadIsRefusedWithTheCommandThatHelps() throws IOException {
        write("local.secrets.yaml", "secrets: {a: opensesame}\n", "rw-r--r--");

        assertThat(gather().findings()).hasSize(1).first().satisfies(one -> {
            assertThat(one.message()).contains("mode 600").doesNotContain("opensesame");
            assertThat(one.fix()).hasValueSatisfying(fix -> assertThat(fix).contains("chmod 600"));
        });
    }

    @Test
    void aBrokenFileOfSecretsIsRefusedWithoutShowingWhatStandsInIt() throws IOException {
        write("local.secrets.yaml", "secrets: {a: 'opensesame\n", "rw-------");

        assertThat(gather().findings())
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.message()).doesNotContain("opensesame"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    rw-r--r-- | secrets: {a: opensesame}          | mode 600 is wanted
                    rw------- | secrets: {a: 'opensesame          | is no YAML or JSON, line 1
                    rw------- | [opensesame]                      | , line 1: a file of secrets has
                    rw------- | {a: opensesame}                   | , line 1: a file of secrets has
                    rw------- | secrets: [opensesame]             | , line 1: a file of secrets has
                    rw------- | secrets: {a: opensesame, a: same} | , line 1
                    """)
    void noReportShowsALineOfAFileOfSecrets(String mode, String text, String words) throws IOException {
        write("local.secrets.yaml", text + "\n", mode);

        var report = Report.of(gather().findings());
        assertThat(report.findings())
                .isNotEmpty()
                .anySatisfy(one -> assertThat(one.message()).contains(words));
        assertThat(ReportFormat.snippets(Vantage.from(folder), Ink.plain()).text(report))
                .doesNotContain("opensesame");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [1, 2]              | A list of parameters has entries
                    [{ParameterKey: A}] | A list of parameters has entries
                    text                | A file of parameters is a map
                    """)
    void aFileOfParametersThatGivesNothingIsNamed(String text, String words) throws IOException {
        write("some.yaml", text + "\n");
        var findings = SettingsReader.read(folder, Map.of(), List.of(folder.resolve("some.yaml")), List.of())
                .findings();

        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.message()).contains(words));
    }

    @Test
    void parametersOfTheCommandLineCountOverTheEnvironmentAndThatOverFiles() throws IOException {
        write("a.json", "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"file\"}]");
        write("b.yaml", "{B: file, C: file, D: file}");

        var gathered = SettingsReader.read(
                folder,
                Map.of("STOWAGE_PARAMETER_B", "environment", "STOWAGE_PARAMETER_C", "environment", "HOME", "x"),
                List.of(folder.resolve("a.json"), folder.resolve("b.yaml")),
                List.of("C=line", "shop/E=a=b"));

        assertThat(gathered.findings()).isEmpty();
        assertThat(gathered.settings().parameters())
                .isEqualTo(Map.of("A", "file", "B", "environment", "C", "line", "D", "file", "shop/E", "a=b"));
    }

    @Test
    void aWordOfTheCommandLineThatGivesNothingIsNamed() {
        var findings = SettingsReader.read(folder, Map.of(), List.of(), List.of("Stage"))
                .findings();

        assertThat(findings)
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.message()).contains("NAME=VALUE"));
    }

    @Test
    void environmentFilesAreReadAsTheAgentReadsThem() {
        assertThat(EnvironmentFile.parse("# no\nA=1\nB=a=b\n C = x \n=none\nplain\nD=\"q\"\n"))
                .isEqualTo(Map.of("A", "1", "B", "a=b", " C ", " x ", "D", "\"q\""));
    }

    private Gathered gather() {
        return SettingsReader.read(folder, Map.of(), List.of(), List.of());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void write(String file, String text, String mode) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString(mode));
    }
}
