import InfraModel

extension MediaDownloader {
  /// Videos, and what is known of them and of the phones that want them.
  struct Storage: Component {
    struct Parts {
      let files, devices: Declared<Table>
      let videos: Declared<Bucket>
      /// Where the token is that callers of the API show; somebody puts it there by hand.
      let apiToken: Text

      /// What the functions know them by.
      var environment: [String: Text] {
        [
          "FILES_TABLE": files.tableName, "DEVICES_TABLE": devices.tableName,
          "VIDEOS_BUCKET": videos.bucketName.text,
        ]
      }
    }

    func declare(in stack: inout StackBuilder) -> Parts {
      let isPrecious = stack.isProduction
      let token: Text =
        "arn:aws:secretsmanager:\(stack.currentRegion):\(stack.callerIdentity().accountID):secret:media-downloader-token-*"
      return Parts(
        files: stack.add(Table("files", partitionKey: .string("fileId"), deletionProtection: isPrecious)),
        devices: stack.add(Table("devices", partitionKey: .string("deviceId"), deletionProtection: isPrecious)),
        // A video that is lost can be fetched again.
        videos: stack.add(PrivateBucket("videos", forceDestroy: !isPrecious, versioning: .suspended)),
        apiToken: token)
    }
  }
}
