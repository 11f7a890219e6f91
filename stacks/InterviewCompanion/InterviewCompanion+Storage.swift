import InfraModel

extension InterviewCompanion {
  /// The application's data: its users, their meetings, and the recordings and transcripts.
  struct Storage: Component {
    struct Places {
      let meetings, users: Declared<Table>
      let recordings: Declared<Bucket>
    }

    func declare(in stack: inout StackBuilder) -> Places {
      let isPrecious = stack.isProduction
      return Places(
        // By user first, so that IAM can restrict users to their own data.
        meetings: stack.add(
          Table(
            "meetings", partitionKey: .string("userId"), sortKey: .string("meetingId"), deletionProtection: isPrecious)),
        users: stack.add(Table("users", partitionKey: .string("userId"), deletionProtection: isPrecious)),
        // A recording cannot be repeated: an object that is overwritten by mistake can be restored for a month.
        recordings: stack.add(
          PrivateBucket(
            "recordings", named: .conventionInAccount(stack.callerIdentity().accountID), forceDestroy: !isPrecious,
            versioning: isPrecious ? .enabled : .suspended,
            lifecycle: isPrecious ? [.init("old-versions", oldVersionsExpireAfterDays: 30)] : [])))
    }
  }
}
