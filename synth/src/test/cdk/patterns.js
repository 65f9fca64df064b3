// Programs with aws-ecs-patterns.
'use strict';

const { cdk, cluster, from, image, machines } = require('./library.js');

const acm = from('aws-certificatemanager');
const ecs = from('aws-ecs');
const patterns = from('aws-ecs-patterns');
const elb = from('aws-elasticloadbalancingv2');
const route53 = from('aws-route53');
const scaling = from('aws-applicationautoscaling');
const sqs = from('aws-sqs');

module.exports = {
  albFargate: (stack) =>
    new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack),
      taskImageOptions: { image },
    }),

  albFargateTls: (stack) => {
    const zone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', {
      hostedZoneId: 'Z1',
      zoneName: 'example.com',
    });
    new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack),
      domainName: 'shop.example.com',
      domainZone: zone,
      redirectHTTP: true,
      protocol: elb.ApplicationProtocol.HTTPS,
      circuitBreaker: { rollback: true },
      desiredCount: 2,
      certificate: acm.Certificate.fromCertificateArn(
        stack,
        'Certificate',
        'arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
      ),
      healthCheckGracePeriod: cdk.Duration.seconds(90),
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      runtimePlatform: {
        cpuArchitecture: ecs.CpuArchitecture.ARM64,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
      taskImageOptions: { image, containerPort: 8080, environment: { MODE: 'production' } },
    });
  },

  albFargateScaled: (stack) => {
    const service = new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack),
      cpu: 1024,
      memoryLimitMiB: 2048,
      taskImageOptions: { image },
    });
    const count = service.service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 20 });
    count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    count.scaleOnRequestCount('Requests', { requestsPerTarget: 500, targetGroup: service.targetGroup });
    count.scaleOnSchedule('Morning', { schedule: scaling.Schedule.cron({ hour: '8', minute: '0' }), minCapacity: 10 });
    service.targetGroup.configureHealthCheck({
      path: '/health',
      interval: cdk.Duration.seconds(10),
      timeout: cdk.Duration.seconds(5),
    });
  },

  albEc2: (stack) =>
    new patterns.ApplicationLoadBalancedEc2Service(stack, 'Web', {
      cluster: machines(stack),
      memoryLimitMiB: 512,
      desiredCount: 2,
      taskImageOptions: { image },
    }),

  nlbFargate: (stack) =>
    new patterns.NetworkLoadBalancedFargateService(stack, 'Web', {
      cluster: cluster(stack),
      taskImageOptions: { image, containerPort: 9000 },
      listenerPort: 9000,
    }),

  nlbEc2: (stack) =>
    new patterns.NetworkLoadBalancedEc2Service(stack, 'Web', {
      cluster: machines(stack),
      memoryReservationMiB: 256,
      taskImageOptions: { image },
    }),

  queueFargate: (stack) =>
    new patterns.QueueProcessingFargateService(stack, 'Worker', {
      cluster: cluster(stack),
      image,
      maxScalingCapacity: 10,
      minScalingCapacity: 1,
      scalingSteps: [
        { upper: 0, change: -1 },
        { lower: 100, change: +1 },
        { lower: 500, change: +5 },
      ],
    }),

  queueEc2: (stack) =>
    new patterns.QueueProcessingEc2Service(stack, 'Worker', {
      cluster: machines(stack),
      image,
      memoryLimitMiB: 512,
      queue: new sqs.Queue(stack, 'Jobs', { visibilityTimeout: cdk.Duration.minutes(5) }),
    }),

  queueSpot: (stack) =>
    new patterns.QueueProcessingFargateService(stack, 'Worker', {
      cluster: cluster(stack, { enableFargateCapacityProviders: true }),
      image,
      capacityProviderStrategies: [
        { capacityProvider: 'FARGATE_SPOT', weight: 2 },
        { capacityProvider: 'FARGATE', weight: 1 },
      ],
    }),

  scheduledFargate: (stack) =>
    new patterns.ScheduledFargateTask(stack, 'Nightly', {
      cluster: cluster(stack),
      schedule: scaling.Schedule.expression('rate(1 hour)'),
      scheduledFargateTaskImageOptions: { image, memoryLimitMiB: 512, cpu: 256 },
    }),

  scheduledEc2: (stack) =>
    new patterns.ScheduledEc2Task(stack, 'Nightly', {
      cluster: machines(stack),
      schedule: scaling.Schedule.cron({ hour: '3', minute: '15' }),
      scheduledEc2TaskImageOptions: { image, memoryLimitMiB: 512, command: ['report', '--all'] },
    }),

  manyTargetsFargate: (stack) =>
    new patterns.ApplicationMultipleTargetGroupsFargateService(stack, 'Web', {
      cluster: cluster(stack),
      memoryLimitMiB: 2048,
      cpu: 1024,
      taskImageOptions: { image, containerPorts: [80, 8080] },
      targetGroups: [{ containerPort: 80 }, { containerPort: 8080, pathPattern: '/admin/*', priority: 10 }],
    }),

  manyTargetsEc2: (stack) =>
    new patterns.ApplicationMultipleTargetGroupsEc2Service(stack, 'Web', {
      cluster: machines(stack),
      memoryLimitMiB: 512,
      taskImageOptions: { image, containerPorts: [80, 90] },
      targetGroups: [{ containerPort: 80 }, { containerPort: 90, hostHeader: 'a.example.com', priority: 5 }],
    }),

  manyTargetsNetwork: (stack) =>
    new patterns.NetworkMultipleTargetGroupsFargateService(stack, 'Web', {
      cluster: cluster(stack),
      memoryLimitMiB: 512,
      taskImageOptions: { image, containerPorts: [80, 81] },
      loadBalancers: [
        { name: 'one', listeners: [{ name: 'a' }] },
        { name: 'two', listeners: [{ name: 'b' }] },
      ],
      targetGroups: [
        { containerPort: 80, listener: 'a' },
        { containerPort: 81, listener: 'b' },
      ],
    }),
};
