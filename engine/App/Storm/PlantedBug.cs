namespace Workbench.App;

/// <summary>A fault built in on purpose, around the code under test, to see that the storm finds it.</summary>
enum PlantedBug
{
    /// <summary>None.</summary>
    None,

    /// <summary>A fill that comes again looks like a new one.</summary>
    SkipDedupe,

    /// <summary>An order whose outcome is unknown is sent again.</summary>
    ResendOnTimeout,

    /// <summary>The journal does not write what it says it wrote.</summary>
    DropFlush,
}
