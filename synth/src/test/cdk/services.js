// Programs with services and tasks in all their parts.
'use strict';

const { cdk, cluster, fargateTask, from, image, web } = require('./library.js');

const cloudmap = from('aws-servicediscovery');
const dynamodb = from('aws-dynamodb');
const ec2 = from('aws-ec2');
const ecs = from('aws-ecs');
const efs = from('aws-efs');
const s3 = from('aws-s3');
const secrets = from('aws-secretsmanager');
const ssm = from('aws-ssm');

module.exports = {
  twoContainers: (stack) => {
    const home = cluster(stack, { containerInsightsV2: ecs.ContainerInsights.ENHANCED });
    const task = fargateTask(stack, 'Task', {
      ephemeralStorageGiB: 40,
      runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64 },
    });
    const main = web(task, {
      healthCheck: {
        command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'],
        startPeriod: cdk.Duration.seconds(20),
      },
      readonlyRootFilesystem: true,
      stopTimeout: cdk.Duration.seconds(90),
      dockerLabels: { 'com.example.Team': 'front' },
      ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 4096, hardLimit: 8192 }],
    });
    const router = task.addContainer('proxy', {
      image,
      essential: false,
      memoryLimitMiB: 128,
      cpu: 64,
      enableRestartPolicy: true,
      restartAttemptPeriod: cdk.Duration.seconds(120),
    });
    router.addContainerDependencies({ container: main, condition: ecs.ContainerDependencyCondition.HEALTHY });
    new ecs.FargateService(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      enableExecuteCommand: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
      minHealthyPercent: 50,
    });
  },

  secretsAndGrants: (stack) => {
    const task = fargateTask(stack);
    const secret = new secrets.Secret(stack, 'Password');
    web(task, {
      environment: { TABLE: 'orders' },
      environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Files', 'files'), 'web.env')],
      secrets: {
        PASSWORD: ecs.Secret.fromSecretsManager(secret),
        USER: ecs.Secret.fromSecretsManager(secret, 'user'),
        LIMIT: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromStringParameterName(stack, 'Limit', '/shop/limit')),
      },
    });
    new dynamodb.Table(stack, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    }).grantReadWriteData(task.taskRole);
    new s3.Bucket(stack, 'Uploads').grantRead(task.taskRole);
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 });
  },

  firelens: (stack) => {
    const task = fargateTask(stack);
    task.addFirelensLogRouter('router', {
      image: ecs.obtainDefaultFluentBitECRImage(task),
      firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'router' }),
    });
    web(task, {
      logging: ecs.LogDrivers.firelens({
        options: { Name: 'cloudwatch', region: stack.region, log_group_name: '/shop' },
      }),
    });
    new ecs.FargateService(stack, 'Service', { cluster: cluster(stack), taskDefinition: task, minHealthyPercent: 100 });
  },

  files: (stack) => {
    const home = cluster(stack);
    const storage = new efs.FileSystem(stack, 'Storage', { vpc: home.vpc, encrypted: true });
    const point = storage.addAccessPoint('Point', {
      path: '/data',
      createAcl: { ownerGid: '1000', ownerUid: '1000', permissions: '750' },
    });
    const task = fargateTask(stack);
    task.addVolume({
      name: 'data',
      efsVolumeConfiguration: {
        fileSystemId: storage.fileSystemId,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: point.accessPointId, iam: 'ENABLED' },
      },
    });
    web(task).addMountPoints({ containerPath: '/data', sourceVolume: 'data', readOnly: false });
    storage.grantRootAccess(task.taskRole);
    const service = new ecs.FargateService(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      minHealthyPercent: 0,
      maxHealthyPercent: 100,
    });
    service.connections.allowTo(storage, ec2.Port.tcp(2049));
  },

  disks: (stack) => {
    const task = fargateTask(stack);
    const volume = new ecs.ServiceManagedVolume(stack, 'Disk', {
      name: 'disk',
      managedEBSVolume: {
        size: cdk.Size.gibibytes(20),
        volumeType: ec2.EbsDeviceVolumeType.GP3,
        fileSystemType: ecs.FileSystemType.XFS,
      },
    });
    volume.mountIn(web(task), { containerPath: '/disk', readOnly: false });
    task.addVolume(volume);
    new ecs.FargateService(stack, 'Service', {
      cluster: cluster(stack),
      taskDefinition: task,
      minHealthyPercent: 100,
    }).addVolume(volume);
  },

  serviceConnect: (stack) => {
    const home = cluster(stack, { defaultCloudMapNamespace: { name: 'shop.local', useForServiceConnect: true } });
    const orders = fargateTask(stack, 'Orders');
    web(orders, { portMappings: [{ containerPort: 8080, name: 'orders', appProtocol: ecs.AppProtocol.http }] });
    new ecs.FargateService(stack, 'OrdersService', {
      cluster: home,
      taskDefinition: orders,
      minHealthyPercent: 100,
      serviceConnectConfiguration: {
        services: [
          {
            portMappingName: 'orders',
            dnsName: 'orders',
            port: 80,
            idleTimeout: cdk.Duration.minutes(5),
            perRequestTimeout: cdk.Duration.seconds(30),
          },
        ],
        logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy' }),
      },
    });
    const front = fargateTask(stack, 'Front');
    web(front);
    new ecs.FargateService(stack, 'FrontService', {
      cluster: home,
      taskDefinition: front,
      minHealthyPercent: 100,
      serviceConnectConfiguration: { namespace: 'shop.local' },
    });
  },

  cloudMap: (stack) => {
    const home = cluster(stack, { defaultCloudMapNamespace: { name: 'shop.local' } });
    const task = fargateTask(stack);
    web(task);
    new ecs.FargateService(stack, 'Service', {
      cluster: home,
      taskDefinition: task,
      minHealthyPercent: 100,
      cloudMapOptions: { name: 'web', dnsRecordType: cloudmap.DnsRecordType.A, dnsTtl: cdk.Duration.seconds(30) },
    });
  },
};
