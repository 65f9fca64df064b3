// Thirty programs of the AWS CDK, each synthesized into a folder of its own: node programs.js OUT.
// The library is looked for below the folder that STOWAGE_CDK_LIB names.
'use strict';

const path = require('path');

const library = path.join(process.env.STOWAGE_CDK_LIB, 'node_modules', 'aws-cdk-lib');
const cdk = require(library);
const from = (name) => require(path.join(library, name));

const autoscaling = from('aws-autoscaling');
const acm = from('aws-certificatemanager');
const cloudmap = from('aws-servicediscovery');
const cloudwatch = from('aws-cloudwatch');
const codedeploy = from('aws-codedeploy');
const dynamodb = from('aws-dynamodb');
const ec2 = from('aws-ec2');
const ecr = from('aws-ecr');
const ecs = from('aws-ecs');
const patterns = from('aws-ecs-patterns');
const efs = from('aws-efs');
const elb = from('aws-elasticloadbalancingv2');
const events = from('aws-events');
const targets = from('aws-events-targets');
const iam = from('aws-iam');
const lambda = from('aws-lambda');
const logs = from('aws-logs');
const route53 = from('aws-route53');
const s3 = from('aws-s3');
const scaling = from('aws-applicationautoscaling');
const secrets = from('aws-secretsmanager');
const sqs = from('aws-sqs');
const ssm = from('aws-ssm');
const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/nginx:1.27');

const vpc = (scope) => new ec2.Vpc(scope, 'Vpc', { maxAzs: 2 });
const cluster = (scope, more = {}) => new ecs.Cluster(scope, 'Cluster', { vpc: vpc(scope), ...more });

function machines(stack) {
  const home = cluster(stack);
  home.addCapacity('Machines', { instanceType: new ec2.InstanceType('m7g.large'), desiredCapacity: 2,
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(ecs.AmiHardwareType.ARM) });
  return home;
}

function fargateTask(stack, id = 'Task', more = {}) {
  return new ecs.FargateTaskDefinition(stack, id, { cpu: 512, memoryLimitMiB: 1024, ...more });
}

function web(task, more = {}) {
  return task.addContainer('web', { image, portMappings: [{ containerPort: 80, name: 'http' }],
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }), ...more });
}

function balancer(stack, network, more = {}) {
  return new elb.ApplicationLoadBalancer(stack, 'Front', { vpc: network, internetFacing: true, ...more });
}

const programs = {
  albFargate: (stack) => new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
    cluster: cluster(stack), taskImageOptions: { image } }),

  albFargateTls: (stack) => {
    const zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
    new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack), domainName: 'shop.example.com', domainZone: zone, redirectHTTP: true,
      protocol: elb.ApplicationProtocol.HTTPS, circuitBreaker: { rollback: true }, desiredCount: 2,
      certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate',
        'arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000'),
      healthCheckGracePeriod: cdk.Duration.seconds(90), minHealthyPercent: 100, maxHealthyPercent: 200,
      runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX },
      taskImageOptions: { image, containerPort: 8080, environment: { MODE: 'production' } } });
  },

  albFargateScaled: (stack) => {
    const service = new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack), cpu: 1024, memoryLimitMiB: 2048, taskImageOptions: { image } });
    const count = service.service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 20 });
    count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    count.scaleOnRequestCount('Requests', { requestsPerTarget: 500, targetGroup: service.targetGroup });
    count.scaleOnSchedule('Morning', { schedule: scaling.Schedule.cron({ hour: '8', minute: '0' }), minCapacity: 10 });
    service.targetGroup.configureHealthCheck({ path: '/health', interval: cdk.Duration.seconds(10), timeout: cdk.Duration.seconds(5) });
  },

  albEc2: (stack) => new patterns.ApplicationLoadBalancedEc2Service(stack, 'Web', {
    cluster: machines(stack), memoryLimitMiB: 512, desiredCount: 2, taskImageOptions: { image } }),

  nlbFargate: (stack) => new patterns.NetworkLoadBalancedFargateService(stack, 'Web', {
    cluster: cluster(stack), taskImageOptions: { image, containerPort: 9000 }, listenerPort: 9000 }),

  nlbEc2: (stack) => new patterns.NetworkLoadBalancedEc2Service(stack, 'Web', {
    cluster: machines(stack), memoryReservationMiB: 256, taskImageOptions: { image } }),

  queueFargate: (stack) => new patterns.QueueProcessingFargateService(stack, 'Worker', {
    cluster: cluster(stack), image, maxScalingCapacity: 10, minScalingCapacity: 1,
    scalingSteps: [{ upper: 0, change: -1 }, { lower: 100, change: +1 }, { lower: 500, change: +5 }] }),

  queueEc2: (stack) => new patterns.QueueProcessingEc2Service(stack, 'Worker', {
    cluster: machines(stack), image, memoryLimitMiB: 512,
    queue: new sqs.Queue(stack, 'Jobs', { visibilityTimeout: cdk.Duration.minutes(5) }) }),

  queueSpot: (stack) => new patterns.QueueProcessingFargateService(stack, 'Worker', {
    cluster: cluster(stack, { enableFargateCapacityProviders: true }), image,
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 2 }, { capacityProvider: 'FARGATE', weight: 1 }] }),

  scheduledFargate: (stack) => new patterns.ScheduledFargateTask(stack, 'Nightly', {
    cluster: cluster(stack), schedule: scaling.Schedule.expression('rate(1 hour)'),
    scheduledFargateTaskImageOptions: { image, memoryLimitMiB: 512, cpu: 256 } }),

  scheduledEc2: (stack) => new patterns.ScheduledEc2Task(stack, 'Nightly', {
    cluster: machines(stack), schedule: scaling.Schedule.cron({ hour: '3', minute: '15' }),
    scheduledEc2TaskImageOptions: { image, memoryLimitMiB: 512, command: ['report', '--all'] } }),

  manyTargetsFargate: (stack) => new patterns.ApplicationMultipleTargetGroupsFargateService(stack, 'Web', {
    cluster: cluster(stack), memoryLimitMiB: 2048, cpu: 1024,
    taskImageOptions: { image, containerPorts: [80, 8080] },
    targetGroups: [{ containerPort: 80 }, { containerPort: 8080, pathPattern: '/admin/*', priority: 10 }] }),

  manyTargetsEc2: (stack) => new patterns.ApplicationMultipleTargetGroupsEc2Service(stack, 'Web', {
    cluster: machines(stack), memoryLimitMiB: 512, taskImageOptions: { image, containerPorts: [80, 90] },
    targetGroups: [{ containerPort: 80 }, { containerPort: 90, hostHeader: 'a.example.com', priority: 5 }] }),

  manyTargetsNetwork: (stack) => new patterns.NetworkMultipleTargetGroupsFargateService(stack, 'Web', {
    cluster: cluster(stack), memoryLimitMiB: 512, taskImageOptions: { image, containerPorts: [80, 81] },
    loadBalancers: [{ name: 'one', listeners: [{ name: 'a' }] }, { name: 'two', listeners: [{ name: 'b' }] }],
    targetGroups: [{ containerPort: 80, listener: 'a' }, { containerPort: 81, listener: 'b' }] }),

  twoContainers: (stack) => {
    const home = cluster(stack, { containerInsightsV2: ecs.ContainerInsights.ENHANCED });
    const task = fargateTask(stack, 'Task', { ephemeralStorageGiB: 40, runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64 } });
    const main = web(task, {
      healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'], startPeriod: cdk.Duration.seconds(20) },
      readonlyRootFilesystem: true, stopTimeout: cdk.Duration.seconds(90), dockerLabels: { 'com.example.Team': 'front' },
      ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 4096, hardLimit: 8192 }] });
    const router = task.addContainer('proxy', { image, essential: false, memoryLimitMiB: 128, cpu: 64,
      enableRestartPolicy: true, restartAttemptPeriod: cdk.Duration.seconds(120) });
    router.addContainerDependencies({ container: main, condition: ecs.ContainerDependencyCondition.HEALTHY });
    new ecs.FargateService(stack, 'Service', { cluster: home, taskDefinition: task, enableExecuteCommand: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE, enableECSManagedTags: true, minHealthyPercent: 50 });
  },

  secretsAndGrants: (stack) => {
    const task = fargateTask(stack);
    const secret = new secrets.Secret(stack, 'Password');
    web(task, {
      environment: { TABLE: 'orders' },
      environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Files', 'files'), 'web.env')],
      secrets: {
        PASSWORD: ecs.Secret.fromSecretsManager(secret), USER: ecs.Secret.fromSecretsManager(secret, 'user'),
        LIMIT: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'Limit', '/shop/limit')) } });
    new dynamodb.Table(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } })
      .grantReadWriteData(task.taskRole);
    new s3.Bucket(stack, 'Uploads').grantRead(task.taskRole);
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 });
  },

  firelens: (stack) => {
    const task = fargateTask(stack);
    task.addFirelensLogRouter('router', { image: ecs.obtainDefaultFluentBitECRImage(task),
      firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT }, logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'router' }) });
    web(task, { logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch', region: stack.region, log_group_name: '/shop' } }) });
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 });
  },

  files: (stack) => {
    const home = cluster(stack);
    const storage = new efs.FileSystem(stack, 'Storage', { vpc: home.vpc, encrypted: true });
    const point = storage.addAccessPoint('Point', { path: '/data', createAcl: { ownerGid: '1000', ownerUid: '1000', permissions: '750' } });
    const task = fargateTask(stack);
    task.addVolume({ name: 'data', efsVolumeConfiguration: { fileSystemId: storage.fileSystemId, transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: point.accessPointId, iam: 'ENABLED' } } });
    web(task).addMountPoints({ containerPath: '/data', sourceVolume: 'data', readOnly: false });
    storage.grantRootAccess(task.taskRole);
    const service = new ecs.FargateService(stack, 'Service', { cluster: home, taskDefinition: task, minHealthyPercent: 0, maxHealthyPercent: 100 });
    service.connections.allowTo(storage, ec2.Port.tcp(2049));
  },

  disks: (stack) => {
    const task = fargateTask(stack);
    const volume = new ecs.ServiceManagedVolume(stack, 'Disk', { name: 'disk',
      managedEBSVolume: { size: cdk.Size.gibibytes(20), volumeType: ec2.EbsDeviceVolumeType.GP3, fileSystemType: ecs.FileSystemType.XFS } });
    volume.mountIn(web(task), { containerPath: '/disk', readOnly: false });
    task.addVolume(volume);
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 }).addVolume(volume);
  },

  serviceConnect: (stack) => {
    const home = cluster(stack, { defaultCloudMapNamespace: { name: 'shop.local', useForServiceConnect: true } });
    const orders = fargateTask(stack, 'Orders');
    web(orders, { portMappings: [{ containerPort: 8080, name: 'orders', appProtocol: ecs.AppProtocol.http }] });
    new ecs.FargateService(stack, 'OrdersService', { cluster: home, taskDefinition: orders, minHealthyPercent: 100,
      serviceConnectConfiguration: { services: [{ portMappingName: 'orders', dnsName: 'orders', port: 80,
        idleTimeout: cdk.Duration.minutes(5), perRequestTimeout: cdk.Duration.seconds(30) }],
        logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy' }) } });
    const front = fargateTask(stack, 'Front');
    web(front);
    new ecs.FargateService(stack, 'FrontService', { cluster: home, taskDefinition: front, minHealthyPercent: 100,
      serviceConnectConfiguration: { namespace: 'shop.local' } });
  },

  cloudMap: (stack) => {
    const home = cluster(stack, { defaultCloudMapNamespace: { name: 'shop.local' } });
    const task = fargateTask(stack);
    web(task);
    new ecs.FargateService(stack, 'Service', { cluster: home, taskDefinition: task, minHealthyPercent: 100,
      cloudMapOptions: { name: 'web', dnsRecordType: cloudmap.DnsRecordType.A, dnsTtl: cdk.Duration.seconds(30) } });
  },

  blueGreenNative: (stack) => {
    const home = cluster(stack);
    const task = fargateTask(stack);
    web(task);
    const front = balancer(stack, home.vpc);
    const [blue, green] = ['Blue', 'Green'].map((name) => new elb.ApplicationTargetGroup(stack, name, {
      vpc: home.vpc, port: 80, targetType: elb.TargetType.IP, healthCheck: { path: '/' } }));
    const listener = front.addListener('Http', { port: 80, defaultAction: elb.ListenerAction.fixedResponse(404) });
    const rule = new elb.ApplicationListenerRule(stack, 'Rule', { listener, priority: 1,
      conditions: [elb.ListenerCondition.pathPatterns(['/*'])], action: elb.ListenerAction.forward([blue]) });
    const service = new ecs.FargateService(stack, 'Service', { cluster: home, taskDefinition: task, minHealthyPercent: 100,
      deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN, bakeTime: cdk.Duration.minutes(10) });
    service.loadBalancerTarget({ containerName: 'web', containerPort: 80 }).attachToApplicationTargetGroup(blue);
    service.loadBalancerTarget({ containerName: 'web', containerPort: 80,
      alternateTarget: new ecs.AlternateTarget('Alternate', { alternateTargetGroup: green,
        productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule) }) }).attachToApplicationTargetGroup(blue);
  },

  codeDeploy: (stack) => {
    const home = cluster(stack);
    const task = fargateTask(stack);
    web(task);
    const front = balancer(stack, home.vpc);
    const [blue, green] = ['Blue', 'Green'].map((name) => new elb.ApplicationTargetGroup(stack, name, {
      vpc: home.vpc, port: 80, targetType: elb.TargetType.IP }));
    const listener = front.addListener('Http', { port: 80, defaultTargetGroups: [blue] });
    const test = front.addListener('Test', { port: 8080, protocol: elb.ApplicationProtocol.HTTP, defaultTargetGroups: [green] });
    const service = new ecs.FargateService(stack, 'Service', { cluster: home, taskDefinition: task, minHealthyPercent: 100,
      deploymentController: { type: ecs.DeploymentControllerType.CODE_DEPLOY } });
    service.attachToApplicationTargetGroup(blue);
    new codedeploy.EcsDeploymentGroup(stack, 'Group', { service,
      blueGreenDeploymentConfig: { blueTargetGroup: blue, greenTargetGroup: green, listener, testListener: test },
      deploymentConfig: codedeploy.EcsDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      autoRollback: { failedDeployment: true } });
  },

  alarms: (stack) => {
    const task = fargateTask(stack);
    web(task);
    const service = new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task,
      minHealthyPercent: 100, circuitBreaker: { rollback: true } });
    const alarm = new cloudwatch.Alarm(stack, 'Errors', { alarmName: 'errors', evaluationPeriods: 2, threshold: 5,
      metric: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Errors' }) });
    service.enableDeploymentAlarms([alarm.alarmName], { behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM });
    service.metricCpuUtilization().createAlarm(stack, 'Busy', { evaluationPeriods: 3, threshold: 90 });
  },

  capacityProvider: (stack) => {
    const home = cluster(stack);
    const group = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc: home.vpc, minCapacity: 0, maxCapacity: 10,
      instanceType: new ec2.InstanceType('c7i.xlarge'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023() });
    const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup: group, targetCapacityPercent: 90 });
    home.addAsgCapacityProvider(provider);
    home.addDefaultCapacityProviderStrategy([{ capacityProvider: provider.capacityProviderName, weight: 1, base: 1 }]);
    const task = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
    web(task, { memoryReservationMiB: 256, memoryLimitMiB: 512 });
    new ecs.Ec2Service(stack, 'Service', { cluster: home, taskDefinition: task, minHealthyPercent: 100,
      capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
      placementStrategies: [ecs.PlacementStrategy.spreadAcrossInstances(), ecs.PlacementStrategy.packedByMemory()] });
  },

  bridge: (stack) => {
    const task = new ecs.Ec2TaskDefinition(stack, 'Task');
    const main = web(task, { memoryLimitMiB: 512, privileged: true,
      linuxParameters: new ecs.LinuxParameters(stack, 'Linux', { initProcessEnabled: true, sharedMemorySize: 64 }) });
    main.addMountPoints({ containerPath: '/logs', sourceVolume: 'logs', readOnly: false });
    task.addVolume({ name: 'logs', host: { sourcePath: '/var/log/web' } });
    task.addVolume({ name: 'cache', dockerVolumeConfiguration: { autoprovision: true, driver: 'local', scope: ecs.Scope.SHARED,
      labels: { Team: 'front' } } });
    new ecs.Ec2Service(stack, 'Daemon', { cluster: machines(stack), taskDefinition: task, daemon: true,
      placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.instance-type =~ m7g.*')] });
  },

  nested: (stack) => {
    const home = cluster(stack);
    const inner = new cdk.NestedStack(stack, 'Inner', { description: 'The service' });
    const service = new patterns.ApplicationLoadBalancedFargateService(inner, 'Web', {
      cluster: home, taskImageOptions: { image }, minHealthyPercent: 100 });
    const deepest = new cdk.NestedStack(inner, 'Deepest');
    new cloudwatch.Alarm(deepest, 'Slow', { metric: service.targetGroup.metrics.targetResponseTime(), evaluationPeriods: 1, threshold: 1 });
    new cdk.CfnOutput(stack, 'Address', { value: service.loadBalancer.loadBalancerDnsName });
  },

  assets: (stack) => {
    const task = fargateTask(stack);
    task.addContainer('web', { image: ecs.ContainerImage.fromAsset(path.join(__dirname, 'web'), { buildArgs: { MODE: 'fast' },
      target: 'final', file: 'Dockerfile', platform: undefined }), portMappings: [{ containerPort: 80 }] });
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 });
    new lambda.Function(stack, 'Hook', { runtime: lambda.Runtime.NODEJS_LATEST, handler: 'index.handler',
      code: lambda.Code.fromAsset(path.join(__dirname, 'web')) });
  },

  ruleTarget: (stack) => {
    const task = fargateTask(stack);
    const main = web(task);
    new events.Rule(stack, 'Uploaded', { eventPattern: { source: ['aws.s3'], detailType: ['Object Created'] } })
      .addTarget(new targets.EcsTask({ cluster: cluster(stack), taskDefinition: task, taskCount: 1,
        containerOverrides: [{ containerName: main.containerName, environment: [{ name: 'KEY', value: events.EventField.fromPath('$.detail.object.key') }] }],
        deadLetterQueue: new sqs.Queue(stack, 'Failed'), retryAttempts: 3 }));
  },

  importedThings: (stack) => {
    const network = ec2.Vpc.fromVpcAttributes(stack, 'Network', { vpcId: 'vpc-1', availabilityZones: ['eu-central-1a', 'eu-central-1b'],
      privateSubnetIds: ['subnet-1', 'subnet-2'], publicSubnetIds: ['subnet-3', 'subnet-4'] });
    const home = ecs.Cluster.fromClusterAttributes(stack, 'Home', { clusterName: 'shared', vpc: network });
    const task = fargateTask(stack, 'Task', { taskRole: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/task') });
    web(task, { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop/web'), '1.2') });
    const service = new ecs.FargateService(stack, 'Service', { cluster: home, taskDefinition: task, minHealthyPercent: 100 });
    const listener = elb.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
      listenerArn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/1/2',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1') });
    const group = new elb.ApplicationTargetGroup(stack, 'Targets', { vpc: network, port: 80, targets: [service],
      targetType: elb.TargetType.IP, healthCheck: { path: '/health' } });
    listener.addTargetGroups('Web', { targetGroups: [group], priority: 20,
      conditions: [elb.ListenerCondition.hostHeaders(['shop.example.com'])] });
  },

  conditions: (stack) => {
    const large = new cdk.CfnParameter(stack, 'Large', { default: 'no', allowedValues: ['yes', 'no'] });
    const isLarge = new cdk.CfnCondition(stack, 'IsLarge', { expression: cdk.Fn.conditionEquals(large, 'yes') });
    const service = new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack), taskImageOptions: { image }, minHealthyPercent: 100 });
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
    web(task, { logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web', mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      maxBufferSize: cdk.Size.mebibytes(25),
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.TWO_WEEKS, removalPolicy: cdk.RemovalPolicy.DESTROY }) }) });
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100,
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED });
  },
};

/** Two stacks of one app, of which one imports from the other and a third waits for it without importing. */
function severalStacks(app) {
  const env = { account: '111122223333', region: 'eu-central-1' };
  const ground = new cdk.Stack(app, 'Ground', { env, terminationProtection: true });
  const home = cluster(ground);
  const top = new cdk.Stack(app, 'Top', { env, tags: { team: 'front' } });
  new patterns.ApplicationLoadBalancedFargateService(top, 'Web', { cluster: home, taskImageOptions: { image }, minHealthyPercent: 100 });
  const later = new cdk.Stack(app, 'Later', { env });
  new sqs.Queue(later, 'Queue');
  later.addDependency(top);
}

/** A stage, whose stacks stand in an assembly of their own. */
function stages(app) {
  for (const name of ['Test', 'Prod']) {
    const stage = new cdk.Stage(app, name, { env: { account: '111122223333', region: 'eu-west-1' } });
    const stack = new cdk.Stack(stage, 'Shop');
    programs.albFargate(stack);
  }
}

const out = path.resolve(process.argv[2]);
for (const [name, program] of Object.entries(programs)) {
  const app = new cdk.App({ outdir: path.join(out, name), analyticsReporting: false });
  program(new cdk.Stack(app, 'Shop'));
  app.synth();
}
for (const program of [severalStacks, stages]) {
  const app = new cdk.App({ outdir: path.join(out, program.name), analyticsReporting: false });
  program(app);
  app.synth();
}
console.log(Object.keys(programs).length + 2 + ' programs');
