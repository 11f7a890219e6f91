import InfraModel

extension MediaDownloader {
  /// The bucket of videos, and the tables of files and devices.
  struct Storage: Component {
    struct Parts {
      let files, devices: Declared<Table>
      let videos: Declared<Bucket>
      /// The bucket for the wheel of yt-dlp, `yt_dlp.whl`; an operator uploads it by hand, and a new one whenever
      /// YouTube changes. No function may write to it.
      let tools: Declared<Bucket>
      /// The secret with the token that callers of the API present; an operator sets it by hand.
      let apiToken: Secret

      /// The functions' environment variables for them.
      var environment: [String: Text] {
        [
          "FILES_TABLE": files.tableName, "DEVICES_TABLE": devices.tableName,
          "VIDEOS_BUCKET": videos.bucketName.text,
        ]
      }
    }

    /// The name of the secret.
    let apiTokenName: Input<String>

    func declare(in stack: inout StackBuilder) -> Parts {
      let account = stack.callerIdentity().accountID
      let isPrecious = stack.isProduction
      let token = Secret("\(apiTokenName)", in: stack.currentRegion, account: account)
      return Parts(
        files: stack.add(
          Table(
            "files", partitionKey: .string("fileId"),
            indexes: [.init("by-status", partitionKey: .string("status"))], deletionProtection: isPrecious)),
        devices: stack.add(Table("devices", partitionKey: .string("deviceId"), deletionProtection: isPrecious)),
        // A video that is lost can be fetched again.
        videos: stack.add(
          PrivateBucket(
            "videos", named: .conventionInAccount(account), forceDestroy: !isPrecious, versioning: .suspended)),
        tools: stack.add(
          PrivateBucket(
            "tools", named: .conventionInAccount(account), forceDestroy: !isPrecious, versioning: .enabled)),
        apiToken: token)
    }
  }
}
