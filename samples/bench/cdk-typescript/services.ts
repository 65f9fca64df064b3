import { App, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';

/** Load-balanced Fargate services with AWS CDK: how many in all, and over how many stacks. */
const [services, stacks] = process.argv.slice(2).map(Number);

const app = new App();
for (let i = 1; i <= stacks; i++) {
  describe(new Stack(app, `Services${i}`), services / stacks);
}
app.synth();

function describe(stack: Stack, count: number) {
  const vpc = new Vpc(stack, 'Network', { maxAzs: 2, natGateways: 2 });
  const cluster = new Cluster(stack, 'Cluster', { vpc });
  for (let i = 1; i <= count; i++) {
    new ApplicationLoadBalancedFargateService(stack, `Service${i}`, {
      cluster,
      cpu: 256,
      memoryLimitMiB: 512,
      desiredCount: 2,
      taskImageOptions: {
        image: ContainerImage.fromRegistry(`house/service:${i}`),
        containerPort: 8080,
        environment: { NAME: `service-${i}` },
      },
    });
  }
}
