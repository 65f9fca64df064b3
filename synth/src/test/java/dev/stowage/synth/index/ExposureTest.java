package dev.stowage.synth.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {

    private static final String BALANCER =
            resource("Front", "ElasticLoadBalancingV2::LoadBalancer", "'Scheme': 'internet-facing'");

    private static final String HTTPS = resource(
            "Https",
            "ElasticLoadBalancingV2::Listener",
            "'LoadBalancerArn': {'Ref': 'Front'}, 'Port': 443, 'Protocol': 'HTTPS',"
                    + " 'DefaultActions': [{'Type': 'forward', 'TargetGroupArn': {'Ref': 'Web'}}]");

    private static final String HTTP = resource(
            "Http",
            "ElasticLoadBalancingV2::Listener",
            "'LoadBalancerArn': {'Ref': 'Front'}, 'Port': '80', 'Protocol': 'HTTP',"
                    + " 'DefaultActions': [{'Type': 'redirect', 'RedirectConfig': {'StatusCode': 'HTTP_301'}}]");

    private static final String WEB = resource("Web", "ElasticLoadBalancingV2::TargetGroup", "'Port': 80");

    private static final String API = resource("Api", "ElasticLoadBalancingV2::TargetGroup", "'Port': 80");

    private static final String WEB_SERVICE =
            resource("WebService", "ECS::Service", "'LoadBalancers': [{'TargetGroupArn': {'Ref': 'Web'}}]");

    private static final String API_SERVICE =
            resource("ApiService", "ECS::Service", "'LoadBalancers': [{'TargetGroupArn': {'Ref': 'Api'}}]");

    private static final String RULE = resource(
            "Rule",
            "ElasticLoadBalancingV2::ListenerRule",
            "'ListenerArn': {'Ref': 'Https'}, 'Actions': [{'Type': 'forward', 'ForwardConfig':"
                    + " {'TargetGroups': [{'TargetGroupArn': {'Ref': 'Api'}}, {'TargetGroupArn': {'Ref': 'Web'}}]}}]");

    @Test
    void namesWhoAnswersByDefaultAndByRule() {
        assertThat(doors(BALANCER, HTTPS, WEB, API, WEB_SERVICE, API_SERVICE, RULE))
                .containsExactly("Front HTTPS 443 [WebService, ApiService]");
    }

    @Test
    void ordersTheDoorsOfABalancerByPort() {
        assertThat(doors(BALANCER, HTTPS, HTTP, WEB, WEB_SERVICE))
                .containsExactly("Front HTTP 80 [] redirects", "Front HTTPS 443 [WebService]");
    }

    @Test
    void leavesOutWhatFacesInside() {
        assertThat(doors(BALANCER.replace("internet-facing", "internal"), HTTPS, WEB, WEB_SERVICE))
                .isEmpty();
    }

    @Test
    void takesABalancerWithoutASchemeForOneThatFacesTheInternet() {
        assertThat(doors(BALANCER.replace("Scheme", "Name"), HTTPS, WEB, WEB_SERVICE))
                .hasSize(1);
    }

    @Test
    void leavesOutWhatOnlyDeploymentTells() {
        var open = BALANCER.replace("'internet-facing'".replace('\'', '"'), "{\"Fn::ImportValue\": \"scheme\"}");

        assertThat(doors(open, HTTPS, WEB, WEB_SERVICE)).isEmpty();
    }

    @Test
    void namesATargetGroupThatNoServiceServes() {
        assertThat(doors(BALANCER, HTTPS, WEB)).containsExactly("Front HTTPS 443 [Web]");
    }

    @Test
    void followsReferencesAcrossStacks() {
        var shared = template("shared", BALANCER, HTTPS, WEB).sections(sections("""
                {"Resources": {}, "Outputs": {"L": {"Value": {"Ref": "Https"}, "Export": {"Name": "listener"}}}}
                """));
        var service = template(
                "service",
                API,
                API_SERVICE,
                RULE.replace("{\"Ref\": \"Https\"}", "{\"Fn::ImportValue\": \"listener\"}"));

        assertThat(printed(Model.of(List.of(shared, service)))).containsExactly("Front HTTPS 443 [Web, ApiService]");
    }

    private static ObjectNode sections(String json) {
        return read("any.json", json).sections();
    }

    private static List<String> doors(String... resources) {
        return printed(Model.of(List.of(template("shop", resources))));
    }

    private static List<String> printed(Model model) {
        var lines = new ArrayList<String>();
        for (var door : Exposure.of(ResourceGraph.of(model))) {
            lines.add(door.balancer() + " " + door.protocol().or("?") + " "
                    + door.port().map(String::valueOf).or("?") + " " + door.answers()
                    + (door.redirects() ? " redirects" : ""));
        }
        return lines;
    }

    private static Template template(String stack, String... resources) {
        return read(stack + ".json", "{\"Resources\": {" + String.join(",", resources) + "}}");
    }

    private static Template read(String file, String json) {
        return ModelReader.template(file, json.getBytes(StandardCharsets.UTF_8))
                .templates()
                .get(0);
    }

    private static String resource(String id, String type, String properties) {
        return "'%s': {'Type': 'AWS::%s', 'Properties': {%s}}"
                .formatted(id, type, properties)
                .replace('\'', '"');
    }
}
