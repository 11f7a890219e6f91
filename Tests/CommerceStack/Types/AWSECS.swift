// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_ecs_cluster`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster
public struct AWSECSCluster: GeneratedResource {
  public static let type = "aws_ecs_cluster"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    name: Text,
    configuration: Configuration? = nil,
    serviceConnectDefaults: ServiceConnectDefaults? = nil,
    setting: [Setting]? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.nest("configuration", configuration)
    block.nest("service_connect_defaults", serviceConnectDefaults)
    block.nest("setting", setting)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    self.arguments = block
  }

  public struct Configuration: GeneratedBlock {
    public let arguments: Block

    public init(
      executeCommandConfiguration: ExecuteCommandConfiguration? = nil,
      managedStorageConfiguration: ManagedStorageConfiguration? = nil
    ) {
      var block = Block()
      block.nest("execute_command_configuration", executeCommandConfiguration)
      block.nest("managed_storage_configuration", managedStorageConfiguration)
      self.arguments = block
    }
  }

  public struct ExecuteCommandConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(kmsKeyID: Text? = nil, logConfiguration: LogConfiguration? = nil, logging: Text? = nil) {
      var block = Block()
      block.set("kms_key_id", kmsKeyID)
      block.nest("log_configuration", logConfiguration)
      block.set("logging", logging)
      self.arguments = block
    }
  }

  public struct LogConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(
      cloudWatchEncryptionEnabled: Flag? = nil,
      cloudWatchLogGroupName: Text? = nil,
      s3BucketEncryptionEnabled: Flag? = nil,
      s3BucketName: Text? = nil,
      s3KeyPrefix: Text? = nil
    ) {
      var block = Block()
      block.set("cloud_watch_encryption_enabled", cloudWatchEncryptionEnabled)
      block.set("cloud_watch_log_group_name", cloudWatchLogGroupName)
      block.set("s3_bucket_encryption_enabled", s3BucketEncryptionEnabled)
      block.set("s3_bucket_name", s3BucketName)
      block.set("s3_key_prefix", s3KeyPrefix)
      self.arguments = block
    }
  }

  public struct ManagedStorageConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(fargateEphemeralStorageKMSKeyID: Text? = nil, kmsKeyID: Text? = nil) {
      var block = Block()
      block.set("fargate_ephemeral_storage_kms_key_id", fargateEphemeralStorageKMSKeyID)
      block.set("kms_key_id", kmsKeyID)
      self.arguments = block
    }
  }

  public struct ServiceConnectDefaults: GeneratedBlock {
    public let arguments: Block

    public init(namespace: Text) {
      var block = Block()
      block.set("namespace", namespace)
      self.arguments = block
    }
  }

  public struct Setting: GeneratedBlock {
    public let arguments: Block

    public init(name: Text, value: Text) {
      var block = Block()
      block.set("name", name)
      block.set("value", value)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var configuration: Expression { declaredBlock.expression("configuration") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var serviceConnectDefaults: Expression { declaredBlock.expression("service_connect_defaults") }
    public var setting: Expression { declaredBlock.expression("setting") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
  }
}

/// `aws_ecs_service`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_service
public struct AWSECSService: GeneratedResource {
  public static let type = "aws_ecs_service"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - cluster: set by the provider where left out.
  ///   - iamRole: set by the provider where left out.
  ///   - launchType: set by the provider where left out.
  ///   - orderedPlacementStrategy: at most 5.
  ///   - placementConstraints: at most 10.
  ///   - platformVersion: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - triggers: set by the provider where left out.
  public init(
    _ label: String,
    name: Text,
    alarms: Alarms? = nil,
    availabilityZoneRebalancing: Text? = nil,
    capacityProviderStrategy: [CapacityProviderStrategy]? = nil,
    cluster: Text? = nil,
    deploymentCircuitBreaker: DeploymentCircuitBreaker? = nil,
    deploymentController: DeploymentController? = nil,
    deploymentMaximumPercent: Number? = nil,
    deploymentMinimumHealthyPercent: Number? = nil,
    desiredCount: Number? = nil,
    enableECSManagedTags: Flag? = nil,
    enableExecuteCommand: Flag? = nil,
    forceDelete: Flag? = nil,
    forceNewDeployment: Flag? = nil,
    healthCheckGracePeriodSeconds: Number? = nil,
    iamRole: Text? = nil,
    launchType: Text? = nil,
    loadBalancer: [LoadBalancer]? = nil,
    networkConfiguration: NetworkConfiguration? = nil,
    orderedPlacementStrategy: [OrderedPlacementStrategy]? = nil,
    placementConstraints: [PlacementConstraints]? = nil,
    platformVersion: Text? = nil,
    propagateTags: Text? = nil,
    schedulingStrategy: Text? = nil,
    serviceConnectConfiguration: ServiceConnectConfiguration? = nil,
    serviceRegistries: ServiceRegistries? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    taskDefinition: Text? = nil,
    timeouts: Timeouts? = nil,
    triggers: Map<Text>? = nil,
    volumeConfiguration: VolumeConfiguration? = nil,
    vpcLatticeConfigurations: [VPCLatticeConfigurations]? = nil,
    waitForSteadyState: Flag? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.nest("alarms", alarms)
    block.set("availability_zone_rebalancing", availabilityZoneRebalancing)
    block.nest("capacity_provider_strategy", capacityProviderStrategy)
    block.set("cluster", cluster)
    block.nest("deployment_circuit_breaker", deploymentCircuitBreaker)
    block.nest("deployment_controller", deploymentController)
    block.set("deployment_maximum_percent", deploymentMaximumPercent)
    block.set("deployment_minimum_healthy_percent", deploymentMinimumHealthyPercent)
    block.set("desired_count", desiredCount)
    block.set("enable_ecs_managed_tags", enableECSManagedTags)
    block.set("enable_execute_command", enableExecuteCommand)
    block.set("force_delete", forceDelete)
    block.set("force_new_deployment", forceNewDeployment)
    block.set("health_check_grace_period_seconds", healthCheckGracePeriodSeconds)
    block.set("iam_role", iamRole)
    block.set("launch_type", launchType)
    block.nest("load_balancer", loadBalancer)
    block.nest("network_configuration", networkConfiguration)
    block.nest("ordered_placement_strategy", orderedPlacementStrategy)
    block.nest("placement_constraints", placementConstraints)
    block.set("platform_version", platformVersion)
    block.set("propagate_tags", propagateTags)
    block.set("scheduling_strategy", schedulingStrategy)
    block.nest("service_connect_configuration", serviceConnectConfiguration)
    block.nest("service_registries", serviceRegistries)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("task_definition", taskDefinition)
    block.nest("timeouts", timeouts)
    block.set("triggers", triggers)
    block.nest("volume_configuration", volumeConfiguration)
    block.nest("vpc_lattice_configurations", vpcLatticeConfigurations)
    block.set("wait_for_steady_state", waitForSteadyState)
    self.arguments = block
  }

  public struct Alarms: GeneratedBlock {
    public let arguments: Block

    public init(alarmNames: List<Text>, enable: Flag, rollback: Flag) {
      var block = Block()
      block.set("alarm_names", alarmNames)
      block.set("enable", enable)
      block.set("rollback", rollback)
      self.arguments = block
    }
  }

  public struct CapacityProviderStrategy: GeneratedBlock {
    public let arguments: Block

    public init(capacityProvider: Text, base: Number? = nil, weight: Number? = nil) {
      var block = Block()
      block.set("capacity_provider", capacityProvider)
      block.set("base", base)
      block.set("weight", weight)
      self.arguments = block
    }
  }

  public struct DeploymentCircuitBreaker: GeneratedBlock {
    public let arguments: Block

    public init(enable: Flag, rollback: Flag) {
      var block = Block()
      block.set("enable", enable)
      block.set("rollback", rollback)
      self.arguments = block
    }
  }

  public struct DeploymentController: GeneratedBlock {
    public let arguments: Block

    public init(type: Text? = nil) {
      var block = Block()
      block.set("type", type)
      self.arguments = block
    }
  }

  public struct LoadBalancer: GeneratedBlock {
    public let arguments: Block

    public init(containerName: Text, containerPort: Number, elbName: Text? = nil, targetGroupARN: Text? = nil) {
      var block = Block()
      block.set("container_name", containerName)
      block.set("container_port", containerPort)
      block.set("elb_name", elbName)
      block.set("target_group_arn", targetGroupARN)
      self.arguments = block
    }
  }

  public struct NetworkConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(subnets: List<Text>, assignPublicIP: Flag? = nil, securityGroups: List<Text>? = nil) {
      var block = Block()
      block.set("subnets", subnets)
      block.set("assign_public_ip", assignPublicIP)
      block.set("security_groups", securityGroups)
      self.arguments = block
    }
  }

  public struct OrderedPlacementStrategy: GeneratedBlock {
    public let arguments: Block

    public init(type: Text, field: Text? = nil) {
      var block = Block()
      block.set("type", type)
      block.set("field", field)
      self.arguments = block
    }
  }

  public struct PlacementConstraints: GeneratedBlock {
    public let arguments: Block

    public init(type: Text, expression: Text? = nil) {
      var block = Block()
      block.set("type", type)
      block.set("expression", expression)
      self.arguments = block
    }
  }

  public struct ServiceConnectConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - namespace: set by the provider where left out.
    public init(
      enabled: Flag,
      logConfiguration: LogConfiguration? = nil,
      namespace: Text? = nil,
      service: [Service]? = nil
    ) {
      var block = Block()
      block.set("enabled", enabled)
      block.nest("log_configuration", logConfiguration)
      block.set("namespace", namespace)
      block.nest("service", service)
      self.arguments = block
    }
  }

  public struct LogConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - options: set by the provider where left out.
    public init(logDriver: Text, options: Map<Text>? = nil, secretOption: [SecretOption]? = nil) {
      var block = Block()
      block.set("log_driver", logDriver)
      block.set("options", options)
      block.nest("secret_option", secretOption)
      self.arguments = block
    }
  }

  public struct SecretOption: GeneratedBlock {
    public let arguments: Block

    public init(name: Text, valueFrom: Text) {
      var block = Block()
      block.set("name", name)
      block.set("value_from", valueFrom)
      self.arguments = block
    }
  }

  public struct Service: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - discoveryName: set by the provider where left out.
    public init(
      portName: Text,
      clientAlias: ClientAlias? = nil,
      discoveryName: Text? = nil,
      ingressPortOverride: Number? = nil,
      timeout: Timeout? = nil,
      tls: TLS? = nil
    ) {
      var block = Block()
      block.set("port_name", portName)
      block.nest("client_alias", clientAlias)
      block.set("discovery_name", discoveryName)
      block.set("ingress_port_override", ingressPortOverride)
      block.nest("timeout", timeout)
      block.nest("tls", tls)
      self.arguments = block
    }
  }

  public struct ClientAlias: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - dnsName: set by the provider where left out.
    public init(port: Number, dnsName: Text? = nil) {
      var block = Block()
      block.set("port", port)
      block.set("dns_name", dnsName)
      self.arguments = block
    }
  }

  public struct Timeout: GeneratedBlock {
    public let arguments: Block

    public init(idleTimeoutSeconds: Number? = nil, perRequestTimeoutSeconds: Number? = nil) {
      var block = Block()
      block.set("idle_timeout_seconds", idleTimeoutSeconds)
      block.set("per_request_timeout_seconds", perRequestTimeoutSeconds)
      self.arguments = block
    }
  }

  public struct TLS: GeneratedBlock {
    public let arguments: Block

    public init(issuerCertAuthority: IssuerCertAuthority, kmsKey: Text? = nil, roleARN: Text? = nil) {
      var block = Block()
      block.nest("issuer_cert_authority", issuerCertAuthority)
      block.set("kms_key", kmsKey)
      block.set("role_arn", roleARN)
      self.arguments = block
    }
  }

  public struct IssuerCertAuthority: GeneratedBlock {
    public let arguments: Block

    public init(awsPcaAuthorityARN: Text) {
      var block = Block()
      block.set("aws_pca_authority_arn", awsPcaAuthorityARN)
      self.arguments = block
    }
  }

  public struct ServiceRegistries: GeneratedBlock {
    public let arguments: Block

    public init(registryARN: Text, containerName: Text? = nil, containerPort: Number? = nil, port: Number? = nil) {
      var block = Block()
      block.set("registry_arn", registryARN)
      block.set("container_name", containerName)
      block.set("container_port", containerPort)
      block.set("port", port)
      self.arguments = block
    }
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(create: Text? = nil, delete: Text? = nil, update: Text? = nil) {
      var block = Block()
      block.set("create", create)
      block.set("delete", delete)
      block.set("update", update)
      self.arguments = block
    }
  }

  public struct VolumeConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(managedEBSVolume: ManagedEBSVolume, name: Text) {
      var block = Block()
      block.nest("managed_ebs_volume", managedEBSVolume)
      block.set("name", name)
      self.arguments = block
    }
  }

  public struct ManagedEBSVolume: GeneratedBlock {
    public let arguments: Block

    public init(
      roleARN: Text,
      encrypted: Flag? = nil,
      fileSystemType: Text? = nil,
      iops: Number? = nil,
      kmsKeyID: Text? = nil,
      sizeInGb: Number? = nil,
      snapshotID: Text? = nil,
      tagSpecifications: [TagSpecifications]? = nil,
      throughput: Number? = nil,
      volumeInitializationRate: Number? = nil,
      volumeType: Text? = nil
    ) {
      var block = Block()
      block.set("role_arn", roleARN)
      block.set("encrypted", encrypted)
      block.set("file_system_type", fileSystemType)
      block.set("iops", iops)
      block.set("kms_key_id", kmsKeyID)
      block.set("size_in_gb", sizeInGb)
      block.set("snapshot_id", snapshotID)
      block.nest("tag_specifications", tagSpecifications)
      block.set("throughput", throughput)
      block.set("volume_initialization_rate", volumeInitializationRate)
      block.set("volume_type", volumeType)
      self.arguments = block
    }
  }

  public struct TagSpecifications: GeneratedBlock {
    public let arguments: Block

    public init(resourceType: Text, propagateTags: Text? = nil, tags: Map<Text>? = nil) {
      var block = Block()
      block.set("resource_type", resourceType)
      block.set("propagate_tags", propagateTags)
      block.set("tags", tags)
      self.arguments = block
    }
  }

  public struct VPCLatticeConfigurations: GeneratedBlock {
    public let arguments: Block

    public init(portName: Text, roleARN: Text, targetGroupARN: Text) {
      var block = Block()
      block.set("port_name", portName)
      block.set("role_arn", roleARN)
      block.set("target_group_arn", targetGroupARN)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var alarms: Expression { declaredBlock.expression("alarms") }
    public var availabilityZoneRebalancing: Text { declaredBlock.text("availability_zone_rebalancing") }
    public var capacityProviderStrategy: Expression { declaredBlock.expression("capacity_provider_strategy") }
    public var cluster: Text { declaredBlock.text("cluster") }
    public var deploymentCircuitBreaker: Expression { declaredBlock.expression("deployment_circuit_breaker") }
    public var deploymentController: Expression { declaredBlock.expression("deployment_controller") }
    public var deploymentMaximumPercent: Number { declaredBlock.number("deployment_maximum_percent") }
    public var deploymentMinimumHealthyPercent: Number { declaredBlock.number("deployment_minimum_healthy_percent") }
    public var desiredCount: Number { declaredBlock.number("desired_count") }
    public var enableECSManagedTags: Flag { declaredBlock.flag("enable_ecs_managed_tags") }
    public var enableExecuteCommand: Flag { declaredBlock.flag("enable_execute_command") }
    public var forceDelete: Flag { declaredBlock.flag("force_delete") }
    public var forceNewDeployment: Flag { declaredBlock.flag("force_new_deployment") }
    public var healthCheckGracePeriodSeconds: Number { declaredBlock.number("health_check_grace_period_seconds") }
    public var iamRole: Text { declaredBlock.text("iam_role") }
    public var id: Text { declaredBlock.text("id") }
    public var launchType: Text { declaredBlock.text("launch_type") }
    public var loadBalancer: Expression { declaredBlock.expression("load_balancer") }
    public var name: Text { declaredBlock.text("name") }
    public var networkConfiguration: Expression { declaredBlock.expression("network_configuration") }
    public var orderedPlacementStrategy: Expression { declaredBlock.expression("ordered_placement_strategy") }
    public var placementConstraints: Expression { declaredBlock.expression("placement_constraints") }
    public var platformVersion: Text { declaredBlock.text("platform_version") }
    public var propagateTags: Text { declaredBlock.text("propagate_tags") }
    public var schedulingStrategy: Text { declaredBlock.text("scheduling_strategy") }
    public var serviceConnectConfiguration: Expression { declaredBlock.expression("service_connect_configuration") }
    public var serviceRegistries: Expression { declaredBlock.expression("service_registries") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var taskDefinition: Text { declaredBlock.text("task_definition") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var triggers: Map<Text> { declaredBlock.map("triggers") }
    public var volumeConfiguration: Expression { declaredBlock.expression("volume_configuration") }
    public var vpcLatticeConfigurations: Expression { declaredBlock.expression("vpc_lattice_configurations") }
    public var waitForSteadyState: Flag { declaredBlock.flag("wait_for_steady_state") }
  }
}

/// `aws_ecs_task_definition`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition
public struct AWSECSTaskDefinition: GeneratedResource {
  public static let type = "aws_ecs_task_definition"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - enableFaultInjection: set by the provider where left out.
  ///   - networkMode: set by the provider where left out.
  ///   - placementConstraints: at most 10.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    containerDefinitions: Text,
    family: Text,
    cpu: Text? = nil,
    enableFaultInjection: Flag? = nil,
    ephemeralStorage: EphemeralStorage? = nil,
    executionRoleARN: Text? = nil,
    inferenceAccelerator: [InferenceAccelerator]? = nil,
    ipcMode: Text? = nil,
    memory: Text? = nil,
    networkMode: Text? = nil,
    pidMode: Text? = nil,
    placementConstraints: [PlacementConstraints]? = nil,
    proxyConfiguration: ProxyConfiguration? = nil,
    requiresCompatibilities: List<Text>? = nil,
    runtimePlatform: RuntimePlatform? = nil,
    skipDestroy: Flag? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    taskRoleARN: Text? = nil,
    trackLatest: Flag? = nil,
    volume: [Volume]? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("container_definitions", containerDefinitions)
    block.set("family", family)
    block.set("cpu", cpu)
    block.set("enable_fault_injection", enableFaultInjection)
    block.nest("ephemeral_storage", ephemeralStorage)
    block.set("execution_role_arn", executionRoleARN)
    block.nest("inference_accelerator", inferenceAccelerator)
    block.set("ipc_mode", ipcMode)
    block.set("memory", memory)
    block.set("network_mode", networkMode)
    block.set("pid_mode", pidMode)
    block.nest("placement_constraints", placementConstraints)
    block.nest("proxy_configuration", proxyConfiguration)
    block.set("requires_compatibilities", requiresCompatibilities)
    block.nest("runtime_platform", runtimePlatform)
    block.set("skip_destroy", skipDestroy)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("task_role_arn", taskRoleARN)
    block.set("track_latest", trackLatest)
    block.nest("volume", volume)
    self.arguments = block
  }

  public struct EphemeralStorage: GeneratedBlock {
    public let arguments: Block

    public init(sizeInGib: Number) {
      var block = Block()
      block.set("size_in_gib", sizeInGib)
      self.arguments = block
    }
  }

  public struct InferenceAccelerator: GeneratedBlock {
    public let arguments: Block

    public init(deviceName: Text, deviceType: Text) {
      var block = Block()
      block.set("device_name", deviceName)
      block.set("device_type", deviceType)
      self.arguments = block
    }
  }

  public struct PlacementConstraints: GeneratedBlock {
    public let arguments: Block

    public init(type: Text, expression: Text? = nil) {
      var block = Block()
      block.set("type", type)
      block.set("expression", expression)
      self.arguments = block
    }
  }

  public struct ProxyConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(containerName: Text, properties: Map<Text>? = nil, type: Text? = nil) {
      var block = Block()
      block.set("container_name", containerName)
      block.set("properties", properties)
      block.set("type", type)
      self.arguments = block
    }
  }

  public struct RuntimePlatform: GeneratedBlock {
    public let arguments: Block

    public init(cpuArchitecture: Text? = nil, operatingSystemFamily: Text? = nil) {
      var block = Block()
      block.set("cpu_architecture", cpuArchitecture)
      block.set("operating_system_family", operatingSystemFamily)
      self.arguments = block
    }
  }

  public struct Volume: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - configureAtLaunch: set by the provider where left out.
    public init(
      name: Text,
      configureAtLaunch: Flag? = nil,
      dockerVolumeConfiguration: DockerVolumeConfiguration? = nil,
      efsVolumeConfiguration: EFSVolumeConfiguration? = nil,
      fsxWindowsFileServerVolumeConfiguration: FSXWindowsFileServerVolumeConfiguration? = nil,
      hostPath: Text? = nil
    ) {
      var block = Block()
      block.set("name", name)
      block.set("configure_at_launch", configureAtLaunch)
      block.nest("docker_volume_configuration", dockerVolumeConfiguration)
      block.nest("efs_volume_configuration", efsVolumeConfiguration)
      block.nest("fsx_windows_file_server_volume_configuration", fsxWindowsFileServerVolumeConfiguration)
      block.set("host_path", hostPath)
      self.arguments = block
    }
  }

  public struct DockerVolumeConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - driver: set by the provider where left out.
    ///   - scope: set by the provider where left out.
    public init(
      autoprovision: Flag? = nil,
      driver: Text? = nil,
      driverOpts: Map<Text>? = nil,
      labels: Map<Text>? = nil,
      scope: Text? = nil
    ) {
      var block = Block()
      block.set("autoprovision", autoprovision)
      block.set("driver", driver)
      block.set("driver_opts", driverOpts)
      block.set("labels", labels)
      block.set("scope", scope)
      self.arguments = block
    }
  }

  public struct EFSVolumeConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(
      fileSystemID: Text,
      authorizationConfig: AuthorizationConfig? = nil,
      rootDirectory: Text? = nil,
      transitEncryption: Text? = nil,
      transitEncryptionPort: Number? = nil
    ) {
      var block = Block()
      block.set("file_system_id", fileSystemID)
      block.nest("authorization_config", authorizationConfig)
      block.set("root_directory", rootDirectory)
      block.set("transit_encryption", transitEncryption)
      block.set("transit_encryption_port", transitEncryptionPort)
      self.arguments = block
    }
  }

  public struct AuthorizationConfig: GeneratedBlock {
    public let arguments: Block

    public init(accessPointID: Text? = nil, iam: Text? = nil) {
      var block = Block()
      block.set("access_point_id", accessPointID)
      block.set("iam", iam)
      self.arguments = block
    }
  }

  public struct FSXWindowsFileServerVolumeConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(
      authorizationConfig: FSXWindowsFileServerVolumeConfigurationAuthorizationConfig,
      fileSystemID: Text,
      rootDirectory: Text
    ) {
      var block = Block()
      block.nest("authorization_config", authorizationConfig)
      block.set("file_system_id", fileSystemID)
      block.set("root_directory", rootDirectory)
      self.arguments = block
    }
  }

  public struct FSXWindowsFileServerVolumeConfigurationAuthorizationConfig: GeneratedBlock {
    public let arguments: Block

    public init(credentialsParameter: Text, domain: Text) {
      var block = Block()
      block.set("credentials_parameter", credentialsParameter)
      block.set("domain", domain)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var arnWithoutRevision: Text { declaredBlock.text("arn_without_revision") }
    public var containerDefinitions: Text { declaredBlock.text("container_definitions") }
    public var cpu: Text { declaredBlock.text("cpu") }
    public var enableFaultInjection: Flag { declaredBlock.flag("enable_fault_injection") }
    public var ephemeralStorage: Expression { declaredBlock.expression("ephemeral_storage") }
    public var executionRoleARN: Text { declaredBlock.text("execution_role_arn") }
    public var family: Text { declaredBlock.text("family") }
    public var id: Text { declaredBlock.text("id") }
    public var inferenceAccelerator: Expression { declaredBlock.expression("inference_accelerator") }
    public var ipcMode: Text { declaredBlock.text("ipc_mode") }
    public var memory: Text { declaredBlock.text("memory") }
    public var networkMode: Text { declaredBlock.text("network_mode") }
    public var pidMode: Text { declaredBlock.text("pid_mode") }
    public var placementConstraints: Expression { declaredBlock.expression("placement_constraints") }
    public var proxyConfiguration: Expression { declaredBlock.expression("proxy_configuration") }
    public var requiresCompatibilities: List<Text> { declaredBlock.list("requires_compatibilities") }
    public var revision: Number { declaredBlock.number("revision") }
    public var runtimePlatform: Expression { declaredBlock.expression("runtime_platform") }
    public var skipDestroy: Flag { declaredBlock.flag("skip_destroy") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var taskRoleARN: Text { declaredBlock.text("task_role_arn") }
    public var trackLatest: Flag { declaredBlock.flag("track_latest") }
    public var volume: Expression { declaredBlock.expression("volume") }
  }
}
