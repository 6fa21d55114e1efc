using Workbench.App.Tests.Stores;

namespace Workbench.App.Tests.Kit;

/// <summary>The tests that call the program: one after the other, so that a machine with two cores is not asked for ten.</summary>
[CollectionDefinition(Name)]
public sealed class LabCollection : ICollectionFixture<Lab>, ICollectionFixture<DatabaseServer>
{
    public const string Name = "the program";
}
