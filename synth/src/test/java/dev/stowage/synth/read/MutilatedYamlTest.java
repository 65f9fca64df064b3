package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A template in which letters were struck out, doubled or swapped is read or refused in one line, and nothing else happens. */
class MutilatedYamlTest {

    private static final int COPIES = 20_000;

    private static final String SIGNS = "&*!<>[]{}|-:?#%@`'\",\\ \t\n\u0000\u0085\u2028\ud83d\ude00~=^";

    private static final String TEXT = """
            # A shop.
            AWSTemplateFormatVersion: 2010-09-09
            Parameters: {Image: {Type: String}}
            Conditions: {IsLarge: !Equals [!Ref Image, "a b"]}
            Resources:
              Web: &web
                Type: AWS::ECS::Service
                Properties:
                  DesiredCount: !If [IsLarge, 3, 1]
                  Cluster: !GetAtt Stack.Outputs.Cluster
                  ServiceName: !Sub
                    - '${Name}-web'
                    - Name: !Ref Image
                  Script: |
                    one
                      two
              More:
                <<: *web
                Metadata: >-
                  folded
                  text
            """;

    @Test
    void isReadOrRefusedInOneLine() {
        var random = new Random(11);
        for (var i = 0; i < COPIES; i++) {
            var text = mutilated(random);
            try {
                assertThat(ModelReader.template("web.yaml", text.getBytes(StandardCharsets.UTF_8))
                                .templates())
                        .hasSize(1);
            } catch (BadInput bad) {
                assertThat(bad).hasMessageMatching("web\\.yaml:\\d+:\\d+: [^\\n]*\\.");
            } catch (RuntimeException | StackOverflowError failure) {
                throw new AssertionError(text, failure);
            }
        }
    }

    private static String mutilated(Random random) {
        var text = new StringBuilder(TEXT);
        for (var wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
            }
        }
        return text.toString();
    }
}
