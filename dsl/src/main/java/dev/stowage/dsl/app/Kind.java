package dev.stowage.dsl.app;

/** Which resource of a thing {@code raw} writes to: a service alone has a dozen. */
public enum Kind {
    /** The cluster: {@code AWS::ECS::Cluster}. */
    CLUSTER,
    /** The capacity providers of a cluster: {@code AWS::ECS::ClusterCapacityProviderAssociations}. */
    CAPACITY_PROVIDERS,
    /** The service: {@code AWS::ECS::Service}. */
    SERVICE,
    /** What a service runs: {@code AWS::ECS::TaskDefinition}. */
    TASK_DEFINITION,
    /** One container: its entry in the {@code ContainerDefinitions} of its task definition. */
    CONTAINER,
    /** The role that a task's own code has: {@code AWS::IAM::Role}. */
    TASK_ROLE,
    /** The role with which ECS starts a task: {@code AWS::IAM::Role}. */
    EXECUTION_ROLE,
    /** The role with which ECS shifts traffic between target groups: {@code AWS::IAM::Role}. */
    INFRASTRUCTURE_ROLE,
    /** The role with which ECS asks the hooks of a shift: {@code AWS::IAM::Role}. */
    HOOK_ROLE,
    /** What CodeDeploy calls a service: {@code AWS::CodeDeploy::Application}. */
    DEPLOYMENT_APPLICATION,
    /** How CodeDeploy deploys a service: {@code AWS::CodeDeploy::DeploymentGroup}. */
    DEPLOYMENT_GROUP,
    /** How CodeDeploy moves traffic: {@code AWS::CodeDeploy::DeploymentConfig}. */
    DEPLOYMENT_CONFIG,
    /** The role with which CodeDeploy deploys: {@code AWS::IAM::Role}. */
    DEPLOYMENT_ROLE,
    /** The task set of a service: {@code AWS::ECS::TaskSet}. */
    TASK_SET,
    /** The alarms that follow from symptoms of a service: {@code AWS::CloudWatch::Alarm}. */
    ALARM,
    /** The log group of a task: {@code AWS::Logs::LogGroup}. */
    LOG_GROUP,
    /** The security group of a service or load balancer: {@code AWS::EC2::SecurityGroup}. */
    SECURITY_GROUP,
    /** The load balancer: {@code AWS::ElasticLoadBalancingV2::LoadBalancer}. */
    LOAD_BALANCER,
    /** A listener: {@code AWS::ElasticLoadBalancingV2::Listener}. */
    LISTENER,
    /** The rules that lead to a service: {@code AWS::ElasticLoadBalancingV2::ListenerRule}. */
    LISTENER_RULE,
    /** The target groups of a service: {@code AWS::ElasticLoadBalancingV2::TargetGroup}. */
    TARGET_GROUP,
    /** The bounds of a count that follows the load: {@code AWS::ApplicationAutoScaling::ScalableTarget}. */
    SCALABLE_TARGET,
    /** What a count follows: {@code AWS::ApplicationAutoScaling::ScalingPolicy}. */
    SCALING_POLICY,
    /** The network: {@code AWS::EC2::VPC}. */
    VPC,
    /** A way to a service of AWS that does not lead over the internet: {@code AWS::EC2::VPCEndpoint}. */
    VPC_ENDPOINT,
    /** Its subnets: {@code AWS::EC2::Subnet}. */
    SUBNET,
    /** A bucket: {@code AWS::S3::Bucket}. */
    BUCKET,
    /** A namespace: {@code AWS::ServiceDiscovery::HttpNamespace}, {@code PrivateDnsNamespace} or {@code PublicDnsNamespace}. */
    NAMESPACE,
    /** The address records of a service: {@code AWS::ServiceDiscovery::Service}. */
    DISCOVERY,
    /** A file system: {@code AWS::EFS::FileSystem}. */
    FILE_SYSTEM,
    /** A door to a folder of a file system: {@code AWS::EFS::AccessPoint}. */
    ACCESS_POINT,
    /** When a task starts by the clock: {@code AWS::Scheduler::Schedule}. */
    SCHEDULE,
    /** What starts a task at an event: {@code AWS::Events::Rule}. */
    EVENT_RULE,
    /** The role with which somebody else starts a task: {@code AWS::IAM::Role}. */
    LAUNCH_ROLE,
    /** A queue: {@code AWS::SQS::Queue}. */
    QUEUE,
    /** The queue for what failed: {@code AWS::SQS::Queue}. */
    DEAD_LETTER_QUEUE,
    /** A topic: {@code AWS::SNS::Topic}. */
    TOPIC,
    /** A table: {@code AWS::DynamoDB::Table}. */
    TABLE,
    /** A database: {@code AWS::RDS::DBInstance} or {@code AWS::RDS::DBCluster}. */
    DATABASE,
    /** The instances of a cluster of databases: {@code AWS::RDS::DBInstance}. */
    DATABASE_INSTANCE,
    /** A secret: {@code AWS::SecretsManager::Secret}. */
    SECRET,
    /** A key: {@code AWS::KMS::Key}. */
    KEY,
    /** A certificate: {@code AWS::CertificateManager::Certificate}. */
    CERTIFICATE,
    /** A hosted zone: {@code AWS::Route53::HostedZone}. */
    HOSTED_ZONE,
    /** An API: {@code AWS::ApiGatewayV2::Api}. */
    HTTP_API,
    /** The way of an API into a network: {@code AWS::ApiGatewayV2::VpcLink}. */
    VPC_LINK,
    /** An image repository: {@code AWS::ECR::Repository}. */
    REPOSITORY
}
