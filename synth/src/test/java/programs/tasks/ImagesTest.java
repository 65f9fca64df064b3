package programs.tasks;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.dockerfile;
import static org.assertj.core.api.Assertions.assertThat;
import static programs.tasks.One.text;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.Image;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.CloudAssembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import programs.Outcome;

/** An image is named by what it is, and the execution role may pull it and no other. */
class ImagesTest {

    private static final Repository WEB = Repository.existing("web", id("shop/web"));

    @TempDir
    private Path folder;

    @Test
    void namesAnImageOfAnExistingRepository() {
        assertThat(reference(WEB.image("2.3")))
                .isEqualTo("{'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/shop/web:2.3'}");
        assertThat(reference(WEB.digest("sha256:00"))).contains("/shop/web@sha256:00'");
        assertThat(reference(Repository.existing("far", arn("arn:aws:ecr:us-east-1:111122223333:repository/shop/far"))
                        .image("1")))
                .isEqualTo("{'Fn::Sub': '111122223333.dkr.ecr.us-east-1.${AWS::URLSuffix}/shop/far:1'}");
    }

    @Test
    void takesATagFromAParameter() {
        assertThat(reference(WEB.image(Text.parameter("Tag"))))
                .isEqualTo("{'Fn::Join': ['', [{'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}"
                        + ".${AWS::URLSuffix}/shop/web'}, ':', {'Ref': 'Tag'}]]}");
    }

    @Test
    void mayPullFromTheRepositoryAndNoOther() {
        assertThat(One.statements(running(WEB.image("1")), "WebExecutionRole").get(0))
                .contains("repository/shop/web'", "ecr:BatchGetImage");
    }

    @Test
    void makesARepositoryWhoseTagsStay() {
        var web = Repository.of("web");
        var outcome = Outcome.of(() -> App.of(Stack.of("images", web), Stack.of("shop", service(web.image("1")))));

        assertThat(text(outcome, "WebRepository", "ImageTagMutability")).isEqualTo("'IMMUTABLE'");
        assertThat(outcome.stacks()).containsExactly("images", "shop");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void warnsOfARepositoryThatIsEmptyWhenItsServiceStarts() {
        assertThat(running(Repository.of("web").image("1")).rules()).containsExactly("image.repository.same-stack");
    }

    @Test
    void recordsAnImageToBuildForTheProcessorsOfItsTask() throws IOException {
        var image = built();
        var outcome = Outcome.of(() -> Stack.of(
                "shop", One.service(One.task(Container.of("web", image)).arm())));
        var asset = (ImageAsset) outcome.model().assets().get(0);

        assertThat(asset.platform()).isEqualTo("linux/arm64");
        assertThat(asset.id()).hasSize(64);
        assertThat(text(outcome, "Image")).contains("cdk-hnb659fds-container-assets-", ":" + asset.id());
        assertThat(One.statements(outcome, "WebExecutionRole").get(0)).contains("cdk-hnb659fds-container-assets-");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void recordsAnImageOnceForAllWhoRunIt() throws IOException {
        var image = built();
        var task = One.task(Container.of("web", image))
                .container(Container.of("work", image).command("work"));

        assertThat(One.of(task).model().assets()).hasSize(1);
    }

    @Test
    void namesAnotherImageOnceItsContentIsAnother() throws IOException {
        var before = reference(built());
        Files.writeString(folder.resolve("app.txt"), "two");

        assertThat(reference(dockerfile(folder.toString()))).isNotEqualTo(before);
    }

    @Test
    void overlooksWhatTheImageNeverSees() throws IOException {
        var image = built();
        Files.writeString(folder.resolve(".dockerignore"), "# built\n/target/\n");
        var before = reference(image);
        Files.createDirectory(folder.resolve("target"));
        Files.writeString(folder.resolve("target").resolve("junk"), "1");

        assertThat(reference(image)).isEqualTo(before);
    }

    @Test
    void tellsOfAFolderThatIsNotThere() {
        var outcome = running(dockerfile("nowhere")); // <- gone

        assertThat(outcome.place("image.dockerfile.absent"))
                .isEqualTo(programs.Marks.of(ImagesTest.class).line("gone"));
    }

    @Test
    void handsTheImageToWhoeverDeploysTheAssembly() throws IOException {
        var outcome = running(built());
        var out = folder.resolve("cdk.out");
        CloudAssembly.write(outcome.model(), out);
        var copy = "asset." + outcome.model().assets().get(0).id();

        assertThat(out.resolve("stowage.assets.json"))
                .content()
                .contains("\"dockerFile\": \"Dockerfile\"", "\"platform\": \"linux/amd64\"")
                .contains("\"directory\": \"" + copy + "\"");
        assertThat(out.resolve(copy).resolve("app.txt")).hasContent("one");
        assertThat(out.resolve(copy).resolve("cdk.out")).doesNotExist();
        assertThat(ModelReader.open(out).assets().get(0).source())
                .isEqualTo(out.resolve(copy).toString());
    }

    @Test
    void writesTheSameAssemblyWhenNothingHasChanged() throws IOException {
        var out = folder.resolve("cdk.out");
        CloudAssembly.write(running(built()).model(), out);
        var before = Files.readString(out.resolve("stowage.assets.json"));
        CloudAssembly.write(running(built()).model(), out);

        assertThat(out.resolve("stowage.assets.json")).hasContent(before);
    }

    @Test
    void dropsTheCopyOfAnEarlierContent() throws IOException {
        var out = folder.resolve("cdk.out");
        var before = running(built()).model();
        CloudAssembly.write(before, out);
        Files.writeString(folder.resolve("app.txt"), "two");
        var after = running(dockerfile(folder.toString())).model();
        CloudAssembly.write(after, out);

        assertThat(out.resolve("asset." + before.assets().get(0).id())).doesNotExist();
        assertThat(out.resolve("asset." + after.assets().get(0).id()).resolve("app.txt"))
                .hasContent("two");
    }

    @Test
    void copiesTheFileThatSaysHowEvenWhereItIsIgnored() throws IOException {
        var image = built();
        Files.writeString(folder.resolve(".dockerignore"), "Dockerfile\n.dockerignore\napp.txt\n");
        var outcome = running(image);
        var out = folder.resolve("cdk.out");
        CloudAssembly.write(outcome.model(), out);
        var copy = out.resolve("asset." + outcome.model().assets().get(0).id());

        assertThat(copy.resolve("Dockerfile")).exists();
        assertThat(copy.resolve("app.txt")).doesNotExist();
    }

    private Image built() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch");
        Files.writeString(folder.resolve("app.txt"), "one");
        return dockerfile(folder.toString());
    }

    private static String reference(Image image) {
        return text(running(image), "Image");
    }

    private static Outcome running(Image image) {
        return One.of(service(image));
    }

    private static FargateService service(Image image) {
        return One.service(One.task(Container.of("web", image)));
    }
}
