using System.Text.Json;

namespace Workbench.App;

/// <summary>The answers that are not a status.</summary>
static class ControlAnswer
{
    /// <summary>What is said to a wrong token.</summary>
    public const string WrongToken = "wrong token";

    /// <summary>A command was taken.</summary>
    public static string Taken { get; } = JsonSerializer.Serialize(new { taken = true });

    /// <summary>It was not.</summary>
    public static string Refused(string why) => JsonSerializer.Serialize(new { error = why });
}
