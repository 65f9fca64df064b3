package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Port.udp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** Security groups that several things share, with databases of others above all. */
class SecurityGroupTest {

    private static final SecurityGroup DATABASE = SecurityGroup.existing("database", id("sg-0a1b2c3d"));

    @Test
    void letsAServiceIntoAGroupThatExists() {
        var outcome = outcome(web().reaches(DATABASE, tcp(5432)));
        assertThat(outcome.text("WebToDatabase5432Ingress", "GroupId")).isEqualTo("\"sg-0a1b2c3d\"");
        assertThat(outcome.text("WebToDatabase5432Ingress", "SourceSecurityGroupId"))
                .isEqualTo("{\"Fn::GetAtt\": [\"WebSecurityGroup\", \"GroupId\"]}");
        assertThat(outcome.text("WebToDatabase5432Ingress", "FromPort")).isEqualTo("5432");
        assertThat(outcome.text("WebToDatabase5432Ingress", "IpProtocol")).isEqualTo("\"tcp\"");
        assertThat(outcome.resources("AWS::EC2::SecurityGroup")).hasSize(1);
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void startsNoTaskBeforeItIsLetIn() {
        var outcome = outcome(web().reaches(DATABASE, tcp(5432), udp(53)));
        assertThat(Outcome.text(outcome.resource("WebService").attributes()))
                .contains("\"WebToDatabase5432Ingress\"", "\"WebToDatabaseUdp53Ingress\"");
    }

    @Test
    void sayingAPortTwiceMakesOneRule() {
        var outcome = outcome(web().reaches(DATABASE, tcp(5432)).reaches(DATABASE, tcp(5432), tcp(6432)));
        assertThat(outcome.ids()).contains("WebToDatabase5432Ingress", "WebToDatabase6432Ingress");
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void takesTheIdFromAResourceNameOrAParameter() {
        var named = SecurityGroup.existing("named", arn("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-7"));
        var handed = SecurityGroup.existing("handed", parameter("DatabaseGroup"));
        var outcome = outcome(web().reaches(named, tcp(1)).reaches(handed, tcp(2)));
        assertThat(outcome.text("WebToNamed1Ingress", "GroupId")).isEqualTo("\"sg-7\"");
        assertThat(outcome.text("WebToHanded2Ingress", "GroupId")).isEqualTo("{\"Ref\": \"DatabaseGroup\"}");
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Parameters/DatabaseGroup/Type")))
                .isEqualTo("\"AWS::EC2::SecurityGroup::Id\"");
    }

    @Test
    void findsAnIdThatIsNone() {
        var named = SecurityGroup.existing("database", id("database"));
        var outcome = outcome(web().reaches(named, tcp(5432)));
        assertThat(outcome.finding("network.group.id").message())
                .isEqualTo("`database` is no id of a security group, which begins with `sg-`.");
    }

    @Test
    void takesPartInGroupsOfOthers() {
        var outcome = outcome(web().joins(DATABASE, SecurityGroup.existing("house", id("sg-9"))));
        assertThat(outcome.text("WebService", "NetworkConfiguration/AwsvpcConfiguration/SecurityGroups"))
                .isEqualTo("[{\"Fn::GetAtt\": [\"WebSecurityGroup\", \"GroupId\"]}, \"sg-0a1b2c3d\", \"sg-9\"]");
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void takesPartInFiveGroupsAtMost() {
        var service = web();
        for (var i = 1; i <= 5; i++) {
            service = service.joins(SecurityGroup.existing("group-" + i, id("sg-" + i)));
        }
        assertThat(outcome(service).finding("network.groups").message())
                .isEqualTo("`web` takes part in 6 security groups, and ECS takes 5.");
    }

    @Test
    void aGroupThatIsMadeHereBelongsToTheStackThatNamesIt() {
        var clients = SecurityGroup.of("clients", Given.network());
        var outcome = Outcome.of(() -> App.of(
                Stack.of("house", clients).output("Clients", clients.id()),
                Stack.of("shop", web().joins(clients).reaches(clients, tcp(9000)))));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.json("house")).contains("\"ClientsSharedSecurityGroup\"");
        assertThat(outcome.text("WebToClients9000Ingress", "GroupId"))
                .isEqualTo("{\"Fn::ImportValue\": \"house-ClientsSharedSecurityGroup-GroupId\"}");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void aScheduleAndAJobReachWhatTheirTasksNeed() {
        var web = web().reaches(DATABASE, tcp(5432)).joins(SecurityGroup.existing("house", id("sg-9")));
        var nightly = Given.cluster()
                .schedule("nightly", Given.task(), cron("0 3 * * ? *"))
                .reaches(DATABASE, tcp(5432))
                .joins(SecurityGroup.existing("house", id("sg-9")));
        var outcome = Outcome.of(() -> Stack.of("shop", web, web.job("migrate"), nightly));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.ids()).contains("NightlyToDatabase5432Ingress");
        assertThat(outcome.text("NightlySchedule", "Target/EcsParameters/NetworkConfiguration/AwsvpcConfiguration"))
                .contains("\"sg-9\"");
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Outputs/WebMigrateGroups/Value")))
                .isEqualTo(
                        "{\"Fn::Join\": [\",\", [{\"Fn::GetAtt\": [\"WebSecurityGroup\", \"GroupId\"]}, \"sg-9\"]]}");
    }

    private static FargateService web() {
        return Given.cluster().service("web", Given.task());
    }

    private static Outcome outcome(FargateService service) {
        return Outcome.of(() -> Stack.of("shop", service));
    }
}
