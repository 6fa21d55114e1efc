namespace Workbench.App;

/// <summary>How far up a script was promoted.</summary>
enum Rung
{
    /// <summary>Prices as they come, orders matched by the engine.</summary>
    Paper = 1,

    /// <summary>Orders sent to a venue.</summary>
    Live,
}
