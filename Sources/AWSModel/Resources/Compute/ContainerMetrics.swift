/// What ECS, and Container Insights for it, publish to CloudWatch. Utilization is of what a task reserves, so a task that
/// may use more than it reserves goes beyond 100.
///
/// - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
/// - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html
enum ContainerMetrics {
  static let ecs = MetricNamespace(
    "AWS/ECS", by: [["ClusterName"], ["ClusterName", "ServiceName"]], isComplete: false,
    [
      MetricGroup(.level, .undeclared, of: "CPUUtilization MemoryUtilization EBSFilesystemUtilization"),
      MetricGroup(
        .level, .undeclared, by: .these([["ClusterName"]]), of: "CPUReservation MemoryReservation GPUReservation"),
      // Service Connect's, whose dimensions depend on the discovery name.
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActiveConnectionCount NewConnectionCount ProcessedBytes RequestCount GrpcRequestCount \
          HTTPCode_Target_2XX_Count HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count \
          RequestCountPerTarget TargetProcessedBytes TargetResponseTime ClientTLSNegotiationErrorCount \
          TargetTLSNegotiationErrorCount
          """),
    ], slips: ["RunningTaskCount": "CPUUtilization", "DesiredTaskCount": "CPUUtilization"])

  static let insights = MetricNamespace(
    "ECS/ContainerInsights", by: nil, isComplete: false,
    [
      MetricGroup(
        .level, .undeclared, by: .these([["ClusterName", "ServiceName"]]),
        of: "DeploymentCount DesiredTaskCount PendingTaskCount RunningTaskCount TaskSetCount"),
      MetricGroup(
        .level, .undeclared, by: .these([["ClusterName"]]), of: "ContainerInstanceCount ServiceCount"),
      MetricGroup(
        .level, .undeclared, by: .these([["ClusterName"], ["ClusterName", "ServiceName"]]), of: "TaskCount"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ContainerCpuReserved ContainerCpuUtilization ContainerCpuUtilized ContainerMemoryReserved \
          ContainerMemoryUtilization ContainerMemoryUtilized ContainerNetworkRxBytes ContainerNetworkTxBytes \
          ContainerStorageReadBytes ContainerStorageWriteBytes CpuReserved CpuUtilized EBSFilesystemSize \
          EBSFilesystemUtilized EphemeralStorageReserved EphemeralStorageUtilized MemoryReserved MemoryUtilized \
          NetworkRxBytes NetworkTxBytes RestartCount StorageReadBytes StorageWriteBytes TaskCpuUtilization \
          TaskEphemeralStorageUtilization TaskMemoryUtilization UnHealthyContainerHealthStatus instance_cpu_limit \
          instance_cpu_reserved_capacity instance_cpu_usage_total instance_cpu_utilization \
          instance_filesystem_utilization instance_memory_limit instance_memory_reserved_capacity \
          instance_memory_utilization instance_memory_working_set instance_network_total_bytes \
          instance_number_of_running_tasks
          """),
    ], slips: ["CPUUtilization": "CpuUtilized", "MemoryUtilization": "MemoryUtilized"])
}
