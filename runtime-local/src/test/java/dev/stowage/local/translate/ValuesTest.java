package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.config.Secrets;
import dev.stowage.local.stack.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions become: parameters, conditions, functions, references, secrets. */
class ValuesTest {

    private static final String HEAD = """
            Parameters:
              Stage: {Type: String, Default: dev}
              Names: {Type: CommaDelimitedList, Default: 'a, b'}
            Conditions:
              IsDev: !Equals [!Ref Stage, dev]
              IsBig: !And [!Not [!Condition IsDev], !Equals [!Ref AWS::Region, eu-west-1]]
            Mappings:
              Sizes: {dev: {cpu: 256}, prod: {cpu: 1024}}
            """;

    private static final String OTHERS = """
              Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: orders}}
              Topic: {Type: AWS::SNS::Topic}
              Bucket: {Type: AWS::S3::Bucket}
              Role: {Type: AWS::IAM::Role, Properties: {RoleName: shop}}
              Big: {Type: AWS::SQS::Queue, Condition: IsBig}
              Flag: {Type: AWS::SSM::Parameter, Properties: {Name: /shop/flag, Type: String, Value: 'on'}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    !Ref Stage                                          | dev
                    !Select [1, !Ref Names]                             | b
                    !Join ['-', [x, !Ref AWS::Region]]                  | x-eu-west-1
                    !Sub 'in ${Stage} of ${AWS::AccountId}'             | in dev of 000000000000
                    !Sub ['${a}!${!b}', {a: !Ref Stage}]                | dev!${b}
                    !If [IsDev, small, big]                             | small
                    !If [IsBig, big, !Ref AWS::NoValue]                 |
                    !FindInMap [Sizes, !Ref Stage, cpu]                 | 256
                    !Select [2, !Split ['.', a.b.c]]                    | c
                    !Base64 hello                                       | aGVsbG8=
                    !Select [1, !Cidr [10.0.0.0/16, 4, 8]]              | 10.0.1.0/24
                    !Select [0, !GetAZs '']                             | eu-west-1a
                    !Ref Queue                                          | https://sqs.eu-west-1.amazonaws.com/000000000000/orders
                    !GetAtt Queue.Arn                                   | arn:aws:sqs:eu-west-1:000000000000:orders
                    !Ref Topic                                          | arn:aws:sns:eu-west-1:000000000000:shop-Topic
                    !Ref Bucket                                         | shop-bucket
                    !GetAtt Role.Arn                                    | arn:aws:iam::000000000000:role/shop
                    !Ref AWS::StackName                                 | shop
                    '{{resolve:ssm:/shop/flag}} and on'                 | on and on
                    """)
    @Behaviour("3.4")
    void worksOutEveryFunction(String expression, String value) {
        var container = environment(expression).container();

        if (value == null) {
            assertThat(container.environment().variables()).containsEntry("IT", "");
        } else {
            var all = new LinkedHashMap<>(container.environment().variables());
            container.environment().secrets().forEach((name, secret) -> all.put(name, secret.reveal()));
            assertThat(all).containsEntry("IT", value);
        }
    }

    @Test
    void parametersOfTheCommandLineCountOverDefaultsAndTurnConditions() {
        var settings = Translated.PLAIN.with(Map.of("Stage", "prod"));
        var translated =
                Translated.template(template("!If [IsBig, !GetAtt Big.QueueName, none]"), settings, Translated.MACHINE);

        assertThat(translated.container().environment().variables()).containsEntry("IT", "shop-Big");
    }

    @Test
    void aParameterWithoutAValueIsNamedWithTheLineThatNeedsIt() {
        var translated = Translated.template("""
                Parameters: {Level: {Type: String}, Unused: {Type: String}}
                Resources:
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      ContainerDefinitions:
                        - Name: web
                          Image: w
                          Environment:
                            - Name: LEVEL
                              Value: !Ref Level
                """);

        assertThat(translated.findings("LOCAL-VALUE"))
                .containsExactly(
                        "shop.yaml:11:15: Parameter `Level` of stack `shop` has no value, and is needed here.");
        assertThat(translated.translation().stack()).isEmpty();
    }

    @Test
    void whatNamesSomethingOfTheNetworkOfAwsGetsAStandIn() {
        var translated = Translated.template("""
                Parameters: {Vpc: {Type: 'AWS::EC2::VPC::Id'}, Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}}
                Resources:
                  Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: web, ContainerDefinitions: [{Name: web, Image: w}]}}
                  Service:
                    Type: AWS::ECS::Service
                    Properties:
                      TaskDefinition: !Ref Task
                      LaunchType: FARGATE
                      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !Ref Subnets}}
                """);

        assertThat(translated.service().subnets())
                .hasSize(2)
                .allSatisfy(id -> assertThat(id).startsWith("subnet-"));
    }

    private static final String BY_PARAMETER = """
            Parameters: {Database: {Type: String}, Certificate: {Type: String}}
            Resources:
              Listener:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties: {Certificates: [{CertificateArn: !Ref Certificate}], Port: 443, Protocol: HTTPS}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  ContainerDefinitions:
                    - Name: web
                      Image: w
                      Secrets: [{Name: PASSWORD, ValueFrom: !Sub '${Database}:password::'}]
            """;

    @Test
    void aSecretGoesByTheNameOfTheParameterThatHandsItIn() {
        var secrets = Secrets.of(Map.of("Database", Hidden.of("{\"password\": \"abc\"}")), Map.of());
        var translated = Translated.template(BY_PARAMETER, Translated.PLAIN.with(secrets), Translated.MACHINE);

        assertThat(translated.container().environment().secrets()).containsEntry("PASSWORD", Hidden.of("abc"));
        assertThat(translated.findings("LOCAL-VALUE")).isEmpty();
    }

    @Test
    void aSecretOfAParameterThatNothingGivesIsNamedOnce() {
        var translated = Translated.template(BY_PARAMETER);

        assertThat(translated.findings("LOCAL-SECRET")).hasSize(1);
        assertThat(translated.findings("LOCAL-VALUE")).isEmpty();
    }

    @Test
    void theNameOfALoadBalancerIsAStandInThatTheRunAnswersFor() {
        var translated = Translated.template(template("!Sub 'http://${Front.DNSName}/'")
                + "  Front: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}\n");
        var standIn = translated.stack().standIns().get(0);

        assertThat(standIn.place()).isEmpty();
        assertThat(standIn.of().logicalId()).isEqualTo("Front");
        assertThat(translated.container().environment().variables())
                .containsEntry("IT", "http://" + standIn.host() + "/");
    }

    @Test
    void aDatabaseWithoutAnythingInItsPlaceIsNamedWithTheLineThatNeedsIt() {
        var translated = Translated.template(template("!GetAtt Db.Endpoint.Address")
                + "  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}\n");

        assertThat(translated.findings("LOCAL-RESOURCE"))
                .hasSize(1)
                .first()
                .asString()
                .contains("`Db`");
        assertThat(translated.translation().stack()).isPresent();
    }

    @Test
    void secretsComeFromTheFileAndAreNamedWhereTheyAreMissing() {
        var text = Translated.taskTemplate("""
                ContainerDefinitions:
                  - Name: web
                    Image: w
                    Secrets:
                      - {Name: PASSWORD, ValueFrom: !Sub '${Db}:password::'}
                      - {Name: FLAG, ValueFrom: /shop/flag}
                      - {Name: GONE, ValueFrom: /shop/gone}
                """) + "  Db: {Type: AWS::SecretsManager::Secret, Properties: {Name: db}}\n";
        var secrets = Secrets.of(
                Map.of("db", Hidden.of("{\"password\": \"s3cret\"}")), Map.of("/shop/flag", Hidden.of("on")));
        var without = Translated.template(text, Translated.PLAIN.with(secrets), Translated.MACHINE);
        var with = Translated.template(
                text.replace("/shop/gone", "/shop/flag"), Translated.PLAIN.with(secrets), Translated.MACHINE);

        assertThat(without.findings("LOCAL-SECRET"))
                .containsExactly(
                        "shop.yaml:12:15: `/shop/gone` has no local value, and container `web` wants it as `GONE`.");
        assertThat(with.container().environment().secrets().get("PASSWORD").reveal())
                .isEqualTo("s3cret");
        assertThat(with.stack().toString()).doesNotContain("s3cret");
    }

    @Test
    void aSecretThatAwsWouldGenerateIsGeneratedTheSameEachTime() {
        var text = Translated.taskTemplate("""
                ContainerDefinitions: [{Name: web, Image: w, Secrets: [{Name: P, ValueFrom: !Sub '${Db}:password::'}]}]
                """) + """
                  Db:
                    Type: AWS::SecretsManager::Secret
                    Properties: {GenerateSecretString: {SecretStringTemplate: '{"username": "app"}', GenerateStringKey: password}}
                """.indent(0);

        var first =
                Translated.template(text).container().environment().secrets().get("P");
        assertThat(first.reveal()).hasSize(32);
        assertThat(Translated.template(text).container().environment().secrets().get("P"))
                .isEqualTo(first);
    }

    @Test
    void aSecretWithinAVariableIsHiddenToo() {
        var secrets = Secrets.of(Map.of("db", Hidden.of("s3cret")), Map.of());
        var translated = Translated.template(
                template("'postgres://app:{{resolve:secretsmanager:db}}@db'"),
                Translated.PLAIN.with(secrets),
                Translated.MACHINE);

        assertThat(translated.container().environment().secrets().get("IT").reveal())
                .isEqualTo("postgres://app:s3cret@db");
        assertThat(translated.container().toString()).doesNotContain("s3cret");
    }

    private static Translated environment(String expression) {
        return Translated.template(template(expression));
    }

    private static String template(String expression) {
        return HEAD
                + Translated.taskTemplate("ContainerDefinitions:\n  - Name: web\n    Image: w\n"
                        + "    Environment: [{Name: IT, Value: " + expression + "}]\n")
                + OTHERS;
    }

    @Test
    void nothingIsLeftUnsaidTwice() {
        assertThat(environment("!Ref Stage").messages()).doesNotHaveDuplicates().isEqualTo(List.of());
    }
}
