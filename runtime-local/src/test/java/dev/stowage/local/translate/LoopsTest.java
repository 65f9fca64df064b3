package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loops of a template are written out; macros are named. */
class LoopsTest {

    private static final String LOOPED = """
            Transform: AWS::LanguageExtensions
            Parameters:
              Names: {Type: CommaDelimitedList, Default: "orders,stock-eu"}
            Mappings:
              Sizes: {orders: {count: 3}}
            Resources:
              Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}
              Fn::ForEach::Services:
                - Name
                - !Ref Names
                - Task&{Name}:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Family: !Ref Name
                      ContainerDefinitions:
                        - Name: web
                          Image: !Sub "shop/${Name}:7"
                          DockerLabels:
                            Fn::ForEach::Labels: [Key, [one, two], {"label.${Key}": !Sub "${Name} ${Key}"}]
                          Environment: [{Name: ALL, Value: !ToJsonString {names: !Length [a, b]}}]
                  Service&{Name}:
                    Type: AWS::ECS::Service
                    Properties:
                      ServiceName: !Sub "${Name}-web"
                      Cluster: !Ref Cluster
                      TaskDefinition: !Ref "Task&{Name}"
                      DesiredCount: !FindInMap [Sizes, !Ref Name, count, {DefaultValue: 2}]
            """;

    @Test
    void aLoopMakesAResourceForEachValueOfItsList() {
        var stack = Translated.template(LOOPED).translation().stack().orElseThrow();

        assertThat(stack.services())
                .extracting(one -> one.name() + " " + one.setup().family())
                .containsExactly("orders-web orders", "stock-eu-web stock-eu");
        assertThat(stack.services())
                .extracting(one -> one.spec().scheduling().toString())
                .satisfiesExactly(
                        one -> assertThat(one).contains("3"),
                        other -> assertThat(other).contains("2"));
        var web = stack.task("stock-eu").orElseThrow().containers().get(0);
        assertThat(web.image()).isEqualTo("shop/stock-eu:7");
        assertThat(web.labels()).isEqualTo(Map.of("label.one", "stock-eu one", "label.two", "stock-eu two"));
    }

    @Test
    void aLoopIsNoDifferenceWhereItsListIsKnown() {
        var template = LOOPED;

        assertThat(Translated.template(template).findings("LOCAL-TEMPLATE")).isEmpty();
    }

    @Test
    void aMacroIsNamed() {
        var translated = Translated.template("""
                Transform: [AWS::LanguageExtensions, OurMacro]
                Resources:
                  Cluster: {Type: AWS::ECS::Cluster}
                  Fn::Transform: {Name: Others, Parameters: {A: b}}
                """);

        assertThat(translated.findings("LOCAL-TEMPLATE"))
                .anySatisfy(one -> assertThat(one).contains("`OurMacro` rewrites stack `shop`"))
                .anySatisfy(one -> assertThat(one).contains("`Fn::Transform` of stack `shop`"));
    }
}
