import InfraModel

extension MediaDownloader {
  /// Videos, and what is known of them and of the phones that want them.
  struct Storage: Component {
    struct Parts {
      let files, devices: Declared<Table>
      let videos: Declared<Bucket>
      /// Where the wheel of yt-dlp is, `yt_dlp.whl`; somebody puts it there by hand, and a new one whenever YouTube has
      /// changed. Nothing that runs here may write to it.
      let tools: Declared<Bucket>
      /// Where the token is that callers of the API show; somebody puts it there by hand.
      let apiToken: SecretName

      /// What the functions know them by.
      var environment: [String: Text] {
        [
          "FILES_TABLE": files.tableName, "DEVICES_TABLE": devices.tableName,
          "VIDEOS_BUCKET": videos.bucketName.text,
        ]
      }
    }

    /// A secret that is not declared here, by its name. Secrets Manager finds it by the ARN without the six characters
    /// that it has added; IAM wants to hear of them.
    struct SecretName {
      let arn: Text
      var pattern: Text { "\(arn)-??????" }
    }

    func declare(in stack: inout StackBuilder) -> Parts {
      let isPrecious = stack.isProduction
      let token = SecretName(
        arn:
          "arn:aws:secretsmanager:\(stack.currentRegion):\(stack.callerIdentity().accountID):secret:media-downloader-token"
      )
      return Parts(
        files: stack.add(
          Table(
            "files", partitionKey: .string("fileId"),
            indexes: [.init("by-status", partitionKey: .string("status"))], deletionProtection: isPrecious)),
        devices: stack.add(Table("devices", partitionKey: .string("deviceId"), deletionProtection: isPrecious)),
        // A video that is lost can be fetched again.
        videos: stack.add(PrivateBucket("videos", forceDestroy: !isPrecious, versioning: .suspended)),
        tools: stack.add(PrivateBucket("tools", forceDestroy: true, versioning: .enabled)),
        apiToken: token)
    }
  }
}
