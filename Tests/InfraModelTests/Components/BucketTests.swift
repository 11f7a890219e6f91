import InfraModel
import Testing

@Suite struct BucketTests {
  @Test func privateBucketIsClosedEncryptedVersionedAndForTLSOnly() throws {
    var stack = StackBuilder()
    let bucket = stack.add(PrivateBucket("recordings", forceDestroy: false, versioning: .enabled))
    let name = Value.text(bucket.attribute("id"))
    let blocks = stack.declarations.map(\.block)

    #expect(blocks.count == 5)
    #expect(blocks[0] == ["bucket": "example-prod-recordings", "force_destroy": false])
    #expect(
      blocks[1] == [
        "bucket": name, "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true,
        "restrict_public_buckets": true,
      ])
    #expect(
      blocks[2] == [
        "bucket": name,
        "rule": .blocks([
          ["apply_server_side_encryption_by_default": .blocks([["sse_algorithm": "AES256"]])]
        ]),
      ])
    #expect(blocks[3] == ["bucket": name, "versioning_configuration": .blocks([["status": "Enabled"]])])
    #expect(
      blocks[4]["policy"]
        == .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Sid": "TLSOnly", "Effect": "Deny", "Principal": "*", "Action": ["s3:*"],
              "Resource": [.text(bucket.arn.text), .text("\(bucket.arn)/*")],
              "Condition": ["Bool": ["aws:SecureTransport": "false"]],
            ]
          ],
        ]))
  }

  @Test func keyOfOnesOwnComesWithABucketKey() {
    var stack = StackBuilder()
    let key: Text = "arn:aws:kms:us-east-1:123456789012:key/1"
    let block = stack.add(BucketEncryption("a", of: BucketName("a"), with: .kms(key))).declaration.block
    #expect(
      block["rule"]
        == .blocks([
          [
            "bucket_key_enabled": true,
            "apply_server_side_encryption_by_default": .blocks([
              ["sse_algorithm": "aws:kms", "kms_master_key_id": .text(key)]
            ]),
          ]
        ]))
  }

  @Test func lifecycleIsDeclaredWhereAskedFor() throws {
    var stack = StackBuilder()
    stack.add(
      PrivateBucket(
        "recordings", forceDestroy: true, versioning: .suspended,
        lifecycle: [.init("old", prefix: "raw/", expiresAfterDays: 30, oldVersionsExpireAfterDays: 7)]))
    let lifecycle = try #require(stack.declared(BucketLifecycle.self).first)
    #expect(
      lifecycle.declaration.block["rule"]
        == .blocks([
          [
            "id": "old", "status": "Enabled", "filter": .blocks([["prefix": "raw/"]]),
            "expiration": .blocks([["days": 30]]),
            "noncurrent_version_expiration": .blocks([["noncurrent_days": 7]]),
            "abort_incomplete_multipart_upload": .blocks([["days_after_initiation": 7]]),
          ]
        ]))
  }

  @Test func functionsMayBeCalledBeforeTheBucketCallsThem() throws {
    var stack = StackBuilder()
    let bucket = stack.add(PrivateBucket("recordings", forceDestroy: false, versioning: .enabled))
    let role = stack.add(Role("start", assumedBy: "lambda.amazonaws.com"))
    let start = stack.add(
      LambdaFunction(
        "start", code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/start:1"), role: role.arn,
        timeout: .seconds(3), logging: .json(to: "/aws/lambda/start")))
    stack.add(
      BucketTrigger(bucket, calls: [.init(start, on: [.created], suffix: ".mp3"), .init(start, on: [.expired])]))

    let permissions = stack.declared(LambdaPermission.self)
    let notification = try #require(stack.declared(BucketNotification.self).first)
    #expect(permissions.count == 1)
    #expect(permissions.first?.declaration.block["principal"] == "s3.amazonaws.com")
    #expect(permissions.first?.declaration.block["source_account"] == .text(stack.callerIdentity().accountID))
    #expect(notification.declaration.dependencies == permissions.map(\.address))
    #expect(
      notification.declaration.block["lambda_function"]
        == .blocks([
          [
            "lambda_function_arn": .text(start.arn.text), "events": ["s3:ObjectCreated:*"], "filter_suffix": ".mp3",
          ],
          ["lambda_function_arn": .text(start.arn.text), "events": ["s3:LifecycleExpiration:*"]],
        ]))
  }
}
