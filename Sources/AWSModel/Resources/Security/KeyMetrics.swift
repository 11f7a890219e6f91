/// What KMS publishes to CloudWatch about keys with imported material.
///
/// https://docs.aws.amazon.com/kms/latest/developerguide/monitoring-cloudwatch.html
enum KeyMetrics {
  static let namespace = MetricNamespace(
    "AWS/KMS", by: [["KeyId"]], isComplete: false,
    [
      MetricGroup(.level, .undeclared, of: "SecondsUntilKeyMaterialExpiration"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: "CloudHSMKeyStoreThrottle SuccessfulRequest XksExternalKeyManagerStates XksProxyErrors XksProxyLatency "
          + "XksProxyCredentialAge XksProxyCertificateDaysToExpire"),
    ])
}
