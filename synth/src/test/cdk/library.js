// The library of the AWS CDK, below the folder that STOWAGE_CDK_LIB names, and what many programs begin with.
'use strict';

const path = require('path');

const library = path.join(process.env.STOWAGE_CDK_LIB, 'node_modules', 'aws-cdk-lib');
const from = (name) => require(path.join(library, name));

const cdk = require(library);
const ec2 = from('aws-ec2');
const ecr = from('aws-ecr');
const ecs = from('aws-ecs');
const elb = from('aws-elasticloadbalancingv2');

const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/nginx:1.27');

const vpc = (scope) => new ec2.Vpc(scope, 'Vpc', { maxAzs: 2 });
const cluster = (scope, more = {}) => new ecs.Cluster(scope, 'Cluster', { vpc: vpc(scope), ...more });

function machines(stack) {
  const home = cluster(stack);
  home.addCapacity('Machines', {
    instanceType: new ec2.InstanceType('m7g.large'),
    desiredCapacity: 2,
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(ecs.AmiHardwareType.ARM),
  });
  return home;
}

function fargateTask(stack, id = 'Task', more = {}) {
  return new ecs.FargateTaskDefinition(stack, id, { cpu: 512, memoryLimitMiB: 1024, ...more });
}

function web(task, more = {}) {
  return task.addContainer('web', {
    image,
    portMappings: [{ containerPort: 80, name: 'http' }],
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }),
    ...more,
  });
}

function balancer(stack, network, more = {}) {
  return new elb.ApplicationLoadBalancer(stack, 'Front', { vpc: network, internetFacing: true, ...more });
}

module.exports = { balancer, cdk, cluster, fargateTask, from, image, machines, vpc, web };
