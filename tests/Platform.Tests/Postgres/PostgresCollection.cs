namespace Workbench.Platform.Tests.Postgres;

/// <summary>The tests on a real server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresRoom>
{
    public const string Name = "a database";
}
