// Programs with what stands around services: deployments, machines, nested stacks, assets, things from elsewhere.
'use strict';

const path = require('path');
const { balancer, cdk, cluster, fargateTask, from, image, machines, web } = require('./library.js');

const autoscaling = from('aws-autoscaling');
const cloudwatch = from('aws-cloudwatch');
const codedeploy = from('aws-codedeploy');
const ec2 = from('aws-ec2');
const ecr = from('aws-ecr');
const ecs = from('aws-ecs');
const patterns = from('aws-ecs-patterns');
const elb = from('aws-elasticloadbalancingv2');
const events = from('aws-events');
const targets = from('aws-events-targets');
const iam = from('aws-iam');
const lambda = from('aws-lambda');
const logs = from('aws-logs');
const sqs = from('aws-sqs');

module.exports = {
  blueGreenNative: (stack) => {
    const home = cluster(stack);
    const task = fargateTask(stack);
    web(task);
    const front = balancer(stack, home.vpc);
    const [blue, green] = ['Blue', 'Green'].map(
      (name) =>
        new elb.ApplicationTargetGroup(stack, name, {
          vpc: home.vpc,
          port: 80,
          targetType: elb.TargetType.IP,
          healthCheck: { path: '/' },
        }),
    );
    const listener = front.addListener('Http', { port: 80, defaultAction: elb.ListenerAction.fixedResponse(404) });
    const rule = new elb.ApplicationListenerRule(stack, 'Rule', {
      listener,
      priority: 1,
      conditions: [elb.ListenerCondition.pathPatterns(['/*'])],
      action: elb.ListenerAction.forward([blue]),
    });
    const service = new ecs.FargateService(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      minHealthyPercent: 100,
      deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
      bakeTime: cdk.Duration.minutes(10),
    });
    service.loadBalancerTarget({ containerName: 'web', containerPort: 80 }).attachToApplicationTargetGroup(blue);
    service
      .loadBalancerTarget({
        containerName: 'web',
        containerPort: 80,
        alternateTarget: new ecs.AlternateTarget('Alternate', {
          alternateTargetGroup: green,
          productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
        }),
      })
      .attachToApplicationTargetGroup(blue);
  },

  codeDeploy: (stack) => {
    const home = cluster(stack);
    const task = fargateTask(stack);
    web(task);
    const front = balancer(stack, home.vpc);
    const [blue, green] = ['Blue', 'Green'].map(
      (name) =>
        new elb.ApplicationTargetGroup(stack, name, {
          vpc: home.vpc,
          port: 80,
          targetType: elb.TargetType.IP,
        }),
    );
    const listener = front.addListener('Http', { port: 80, defaultTargetGroups: [blue] });
    const test = front.addListener('Test', {
      port: 8080,
      protocol: elb.ApplicationProtocol.HTTP,
      defaultTargetGroups: [green],
    });
    const service = new ecs.FargateService(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      minHealthyPercent: 100,
      deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY },
    });
    service.attachToApplicationTargetGroup(blue);
    new codedeploy.EcsDeploymentGroup(stack, 'Group', {
      service,
      blueGreenDeploymentConfig: { blueTargetGroup: blue, greenTargetGroup: green, listener, testListener: test },
      deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      autoRollback: { failedDeployment: true },
    });
  },

  alarms: (stack) => {
    const task = fargateTask(stack);
    web(task);
    const service = new ecs.FargateService(stack, 'Service', {
      cluster: cluster(stack),
      taskDefinition: task,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
    });
    const alarm = new cloudwatch.Alarm(stack, 'Errors', {
      alarmName: 'errors',
      evaluationPeriods: 2,
      threshold: 5,
      metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Errors' }),
    });
    service.enableDeploymentAlarms([alarm.alarmName], { behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM });
    service.metricCpuUtilization().createAlarm(stack, 'Busy', { evaluationPeriods: 3, threshold: 90 });
  },

  capacityProvider: (stack) => {
    const home = cluster(stack);
    const group = new autoscaling.AutoScalingGroup(stack, 'Group', {
      vpc: home.vpc,
      minCapacity: 0,
      maxCapacity: 10,
      instanceType: new ec2.InstanceType('c7i.xlarge'),
      machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    });
    const provider = new ecs.AsgCapacityProvider(stack, 'Provider', {
      autoScalingGroup: group,
      targetCapacityPercent: 90,
    });
    home.addAsgCapacityProvider(provider);
    home.addDefaultCapacityProviderStrategy([{ capacityProvider: provider.capacityProviderName, weight: 1, base: 1 }]);
    const task = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
    web(task, { memoryReservationMiB: 256, memoryLimitMiB: 512 });
    new ecs.Ec2Service(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      minHealthyPercent: 100,
      capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
      placementStrategies: [ecs.PlacementStrategy.spreadAcrossInstances(), ecs.PlacementStrategy.packedByMemory()],
    });
  },

  bridge: (stack) => {
    const task = new ecs.Ec2TaskDefinition(stack, 'Task');
    const main = web(task, {
      memoryLimitMiB: 512,
      privileged: true,
      linuxParameters: new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true, sharedMemorySize: 64 }),
    });
    main.addMountPoints({ containerPath: '/logs', sourceVolume: 'logs', readOnly: false });
    task.addVolume({ name: 'logs', host: { sourcePath: '/var/log/web' } });
    task.addVolume({
      name: 'cache',
      dockerVolumeConfiguration: {
        autoprovision: true,
        driver: 'local',
        scope: ecs.Scope.SHARED,
        labels: { Team: 'front' },
      },
    });
    new ecs.Ec2Service(stack, 'Daemon', {
      cluster: machines(stack),
      taskDefinition: task,
      daemon: true,
      placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.instance-type =~ m7g.*')],
    });
  },

  nested: (stack) => {
    const home = cluster(stack);
    const inner = new cdk.NestedStack(stack, 'Inner', { description: 'The service' });
    const service = new patterns.ApplicationLoadBalancedFargateService(inner, 'Web', {
      cluster: home,
      taskImageOptions: { image },
      minHealthyPercent: 100,
    });
    const deepest = new cdk.NestedStack(inner, 'Deepest');
    new cloudwatch.Alarm(deepest, 'Slow', {
      metric: service.targetGroup.metrics.targetResponseTime(),
      evaluationPeriods: 1,
      threshold: 1,
    });
    new cdk.CfnOutput(stack, 'Address', { value: service.loadBalancer.loadBalancerDnsName });
  },

  assets: (stack) => {
    const task = fargateTask(stack);
    task.addContainer('web', {
      image: ecs.ContainerImage.fromAsset(path.join(__dirname, 'web'), {
        buildArgs: { MODE: 'fast' },
        target: 'final',
        file: 'Dockerfile',
        platform: undefined,
      }),
      portMappings: [{ containerPort: 80 }],
    });
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 });
    new lambda.Function(stack, 'Hook', {
      runtime: lambda.Runtime.NODEJS_LATEST,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(path.join(__dirname, 'web')),
    });
  },

  ruleTarget: (stack) => {
    const task = fargateTask(stack);
    const main = web(task);
    new events.Rule(stack, 'Uploaded', {
      eventPattern: { source: ['aws.s3'], detailType: ['Object Created'] },
    }).addTarget(
      new targets.EcsTask({
        cluster: cluster(stack),
        taskDefinition: task,
        taskCount: 1,
        containerOverrides: [
          {
            containerName: main.containerName,
            environment: [{ name: 'KEY', value: events.EventField.fromPath('$.detail.object.key') }],
          },
        ],
        deadLetterQueue: new sqs.Queue(stack, 'Failed'),
        retryAttempts: 3,
      }),
    );
  },

  importedThings: (stack) => {
    const network = ec2.Vpc.fromVpcAttributes(stack, 'Network', {
      vpcId: 'vpc-1',
      availabilityZones: ['eu-central-1a', 'eu-central-1b'],
      privateSubnetIds: ['subnet-1', 'subnet-2'],
      publicSubnetIds: ['subnet-3', 'subnet-4'],
    });
    const home = ecs.Cluster.fromClusterAttributes(stack, 'Home', { clusterName: 'shared', vpc: network });
    const task = fargateTask(stack, 'Task', {
      taskRole: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/task'),
    });
    web(task, {
      image: ecs.ContainerImage.fromEcrRepository(
        ecr.Repository.fromRepositoryName(stack, 'Images', 'shop/web'),
        '1.2',
      ),
    });
    const service = new ecs.FargateService(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      minHealthyPercent: 100,
    });
    const listener = elb.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/1/2',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
    });
    const group = new elb.ApplicationTargetGroup(stack, 'Targets', {
      vpc: network,
      port: 80,
      targets: [service],
      targetType: elb.TargetType.IP,
      healthCheck: { path: '/health' },
    });
    listener.addTargetGroups('Web', {
      targetGroups: [group],
      priority: 20,
      conditions: [elb.ListenerCondition.hostHeaders(['shop.example.com'])],
    });
  },

  conditions: (stack) => {
    const large = new cdk.CfnParameter(stack, 'Large', { default: 'no', allowedValues: ['yes', 'no'] });
    const isLarge = new cdk.CfnCondition(stack, 'IsLarge', { expression: cdk.Fn.conditionEquals(large, 'yes') });
    const service = new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack),
      taskImageOptions: { image },
      minHealthyPercent: 100,
    });
    const plain = service.service.node.defaultChild;
    plain.desiredCount = cdk.Token.asNumber(cdk.Fn.conditionIf(isLarge.logicalId, 6, 2));
    const definition = service.taskDefinition.node.defaultChild;
    definition.addPropertyOverride('Cpu', cdk.Fn.conditionIf(isLarge.logicalId, '1024', '256'));
    definition.addPropertyOverride('Memory', cdk.Fn.conditionIf(isLarge.logicalId, '2048', '512'));
  },

  external: (stack) => {
    const task = new ecs.ExternalTaskDefinition(stack, 'Task');
    web(task, { memoryLimitMiB: 512 });
    new ecs.ExternalService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 0 });
  },

  logsAndTags: (stack) => {
    cdk.Tags.of(stack).add('Team', 'front');
    const task = fargateTask(stack);
    web(task, {
      logging: ecs.LogDrivers.awsLogs({
        streamPrefix: 'web',
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
        maxBufferSize: cdk.Size.mebibytes(25),
        logGroup: new logs.LogGroup(stack, 'Logs', {
          retention: logs.RetentionDays.TWO_WEEKS,
          removalPolicy: cdk.RemovalPolicy.DESTROY,
        }),
      }),
    });
    new ecs.FargateService(stack, 'Service', {
      cluster: cluster(stack),
      taskDefinition: task,
      minHealthyPercent: 100,
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
    });
  },
};
