package programs.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HostedZone;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.deploy.Shop;

/** Hosted zones that are made here, and the names in them. */
class HostedZoneTest {

    private static final HostedZone ZONE = HostedZone.of("shop", "shop.example");

    @Test
    void answersForWhatIsNamedInIt() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).alias(ZONE.at(), "www.shop.example");
        var https = front.https(Certificate.of("shop", ZONE.at(), "www.shop.example"));
        var outcome = Outcome.of(() ->
                Stack.of("shop", Shop.service().behind(https.path("/*"))).output("NameServers", ZONE.nameServers()));

        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        var id = "{\"Fn::GetAtt\": [\"ShopHostedZone\", \"Id\"]}";
        assertThat(outcome.text("FrontWwwShopExampleRecord", "HostedZoneId")).isEqualTo(id);
        assertThat(outcome.text("ShopCertificate", "DomainValidationOptions/0/HostedZoneId"))
                .isEqualTo(id);
        assertThat(outcome.json("shop")).contains("\"NameServers\"", "\"DeletionPolicy\": \"Retain\"");
    }

    @Test
    void hasRecordsOfItsOwn() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                ZONE.record("shop.example", "MX", "10 mail.shop.example", "20 backup.shop.example")
                        .record("shop.example", "TXT", "\"v=spf1 -all\"")));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ShopShopExampleMXRecord", "ResourceRecords"))
                .isEqualTo("[\"10 mail.shop.example\", \"20 backup.shop.example\"]");
        assertThat(outcome.ids()).contains("ShopShopExampleTXTRecord");
    }

    @Test
    void answersInsideOfNetworksAlone() {
        var network = Vpc.of("inner", "10.0.0.0/16");
        var zone = ZONE.inside(network).inside(Shop.NETWORK);
        var outcome = Outcome.of(() -> Stack.of("shop", zone));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ShopHostedZone", "VPCs"))
                .isEqualTo("[{\"VPCId\": {\"Ref\": \"InnerVpc\"}, \"VPCRegion\": {\"Ref\": \"AWS::Region\"}}, "
                        + "{\"VPCId\": \"vpc-1\", \"VPCRegion\": {\"Ref\": \"AWS::Region\"}}]");
    }

    @Test
    void isKnownToOtherStacks() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).alias(ZONE.at(), "shop.example");
        var outcome = Outcome.of(() -> App.of(Stack.of("names", ZONE), Stack.of("shop", front)));

        assertThat(outcome.stacks()).containsExactly("names", "shop");
        assertThat(outcome.text("FrontShopExampleRecord", "HostedZoneId")).contains("Fn::ImportValue");
    }

    @Test
    void findsNamesThatItDoesNotAnswerFor() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).alias(ZONE.at(), "myshop.example");
        var https = front.https(Certificate.of("shop", ZONE.at(), "shop.example", "shop.example.org"));
        assertThat(Outcome.of(() -> Stack.of("shop", Shop.service().behind(https.path("/*"))))
                        .rules())
                .containsExactly("zone.host", "zone.host");
        assertThat(Outcome.of(() -> Stack.of("shop", HostedZone.of("shop", "shop")))
                        .rules())
                .containsExactly("zone.domain");
    }
}
