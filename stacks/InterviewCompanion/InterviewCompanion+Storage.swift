import InfraModel

extension InterviewCompanion {
  /// What the application knows: who its users are, their meetings, and what was said there.
  struct Storage: Component {
    struct Places {
      let meetings, users: Declared<Table>
      let recordings: Declared<Bucket>
    }

    func declare(in stack: inout StackBuilder) -> Places {
      let isPrecious = stack.isProduction
      return Places(
        // By user first, so that IAM can keep users to their own.
        meetings: stack.add(
          Table(
            "meetings", partitionKey: .string("userId"), sortKey: .string("meetingId"), deletionProtection: isPrecious)),
        users: stack.add(Table("users", partitionKey: .string("userId"), deletionProtection: isPrecious)),
        // Nobody says the same twice: what was overwritten by mistake can be had back for a month.
        recordings: stack.add(
          PrivateBucket(
            "recordings", forceDestroy: !isPrecious, versioning: isPrecious ? .enabled : .suspended,
            lifecycle: isPrecious ? [.init("old-versions", oldVersionsExpireAfterDays: 30)] : [])))
    }
  }
}
