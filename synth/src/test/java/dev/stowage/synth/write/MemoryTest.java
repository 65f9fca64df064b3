package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.origin.Frame;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stowage.json} carries from a program to whoever reads its assembly. */
class MemoryTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        CloudAssembly.write(Shops.model(), folder);
    }

    @Test
    void aPropertyKnowsTheWordThatItCameOf() {
        var count = (Said) shopProperties().peek("DesiredCount").at();

        assertThat(count).hasToString("service web.count at Shop.java:21");
        assertThat(count.site().frames()).extracting(Frame::toString).containsExactly("Shop.java:21", "Shop.java:5");
        assertThat(count.site().frames().get(0).className()).isEqualTo("shop.Shop");
        assertThat(count.site().frames().get(0).method()).isEqualTo("lambda$describe$0");
    }

    @Test
    void aNodeWithoutAWordHasThatOfItsParent() {
        var subnets = shopProperties().object("NetworkConfiguration").list("Subnets");

        assertThat(subnets.at()).hasToString("service web.service at Shop.java:20");
        assertThat(subnets.items().get(0).at()).hasToString("service web.service at Shop.java:20");
        assertThat(subnets.items().get(1).at()).hasToString("network main.of at Shop.java:12");
    }

    @Test
    void aDerivedResourceKnowsWhyItIsThere() {
        var subnet = read().templates().get(0).resources().get(0);

        assertThat(((Said) subnet.at()).because()).contains("`main` has two zones");
        assertThat(subnet.properties().at()).hasToString("network main.of at Shop.java:12");
        assertThat(((Said) subnet.properties().at()).because()).isEmpty();
    }

    @Test
    void attributesSectionsAndStacksKnowTheirWords() {
        var shop = read().templates().get(1);
        var output = read().templates().get(0).sections().object("Outputs").object("Subnet");

        assertThat(shop.at()).hasToString("stack shop.tag at Shop.java:30");
        assertThat(shop.resources()
                        .get(0)
                        .attributes()
                        .get("DependsOn")
                        .orElseThrow()
                        .at())
                .hasToString("stack shop.tag at Shop.java:30");
        assertThat(output.object("Export").peek("Name").at()).hasToString("stack shop.tag at Shop.java:30");
        assertThat(output.peek("Value").at()).hasToString("network main.of at Shop.java:12");
    }

    @Test
    void aLineOfALibraryIsKnownAsOne() {
        var said = (Said) shopProperties().peek("LaunchType").at();

        assertThat(said.site().frames().get(0)).hasToString("House.java:12");
        assertThat(said.site().frames().get(0).isLibrary()).isTrue();
        assertThat(said.site().frames().get(0).declaring()).isEmpty();
    }

    @Test
    void findingsAndAllowancesKeepAllTheySay() {
        var model = read();
        var finding = model.findings().get(0);
        var written = Shops.model().findings().get(0);

        assertThat(finding)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Origin.class)
                .isEqualTo(written);
        assertThat(finding.at()).hasToString("service web.count at Shop.java:21");
        assertThat(finding.related().get(0).at()).hasToString("network main.of at Shop.java:12");
        assertThat(model.libraries()).containsExactly("acme.habits");
        assertThat(said(model.allowances().get(0))).isEqualTo("service: a trial (stack shop.tag at Shop.java:30)");
        assertThat(said(model.templates().get(1).allowances().get(0)))
                .isEqualTo("network: given (network main.of at Shop.java:12)");
        assertThat(said(model.templates().get(1).resources().get(0).allowances().get(0)))
                .isEqualTo("service.count: a small one (service web.count at Shop.java:21)");
    }

    @Test
    void namesNoPathOfTheMachine() throws IOException {
        assertThat(memory()).doesNotContain(folder.toString()).doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void withoutItAnAssemblyReadsAsTheSameModel() throws IOException {
        Files.delete(folder.resolve("stowage.json"));

        assertThat(read()).isEqualTo(Shops.model());
        assertThat(shopProperties().peek("DesiredCount").at())
                .isEqualTo(new Written(folder.resolve("shop.template.json").toString(), 7, 25));
    }

    @Test
    void aMemoryOfALaterFormatIsLeftAside() throws IOException {
        Files.writeString(folder.resolve("stowage.json"), memory().replace("\"format\": 1", "\"format\": 2"));

        assertThat(read().findings()).isEmpty();
        assertThat(shopProperties().peek("DesiredCount").at()).isInstanceOf(Written.class);
    }

    @Test
    void aMemoryThatFitsNoLongerIsUsedAsFarAsItGoes() throws IOException {
        var template = folder.resolve("shop.template.json");
        Files.writeString(
                template,
                Files.readString(template)
                        .replace("\"DesiredCount\": 3", "\"DesiredCount\": [3, {}]")
                        .replace("\"LaunchType\"", "\"Added\""));

        assertThat(shopProperties().peek("DesiredCount").at()).hasToString("service web.count at Shop.java:21");
        assertThat(((ListNode) shopProperties().peek("DesiredCount"))
                        .items()
                        .get(1)
                        .at())
                .hasToString("service web.count at Shop.java:21");
        assertThat(shopProperties().peek("Added").at()).hasToString("service web.service at Shop.java:20");
    }

    @Test
    void nonsenseInItDoesNoHarm() throws IOException {
        Files.writeString(folder.resolve("stowage.json"), """
                {"format": 1, "libraries": [1], "allowances": [7, {}], "findings": [{}, {"severity": "WORSE"}, []],
                 "frames": [3, {}], "origins": [[], {"frames": [99, -1, 1.5, "x"]}],
                 "stacks": [0, {"stack": "shop", "at": 99}],
                 "resources": [{"stack": "shop", "resource": "Web", "at": -4, "properties": {"DesiredCount": {"": []}}}]}
                """);

        assertThat(read().templates()).isEqualTo(Shops.model().templates());
    }

    private ObjectNode shopProperties() {
        return read().templates().get(1).resources().get(0).properties();
    }

    private Model read() {
        return ModelReader.open(folder);
    }

    private String memory() throws IOException {
        return Files.readString(folder.resolve("stowage.json"));
    }

    private static String said(Allowance allowance) {
        return allowance.rule() + ": " + allowance.reason() + " (" + allowance.at() + ")";
    }
}
