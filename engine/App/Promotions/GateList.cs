using Workbench.Model;

namespace Workbench.App;

/// <summary>Tries gate after gate. One that cannot be tried has not been passed; the others are tried all the same.</summary>
/// <param name="tried">Told of each.</param>
sealed class GateList(Action<Gate> tried)
{
    readonly List<Gate> gates = [];

    /// <summary>All that were tried.</summary>
    public IReadOnlyList<Gate> All => gates;

    /// <summary>Whether all hold.</summary>
    public bool Passed => gates.TrueForAll(gate => gate.Passed);

    /// <summary>Tries one.</summary>
    /// <param name="name">What is looked at.</param>
    /// <param name="look">Looks at it.</param>
    public void Try(string name, Func<string, Gate> look)
    {
        var gate = Look(name, look);
        gates.Add(gate);
        tried(gate);
    }

    static Gate Look(string name, Func<string, Gate> look)
    {
        try
        {
            var gate = look(name);
            return gate.Passed ? gate with { TryNext = null } : gate;
        }
        catch (WorkbenchException error)
        {
            return new Gate(name, false, $"{error.Code} {error.Message}", error.TryNext);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or NotSentException)
        {
            return new Gate(name, false, VaultRoom.Secrets.Scrub(error.Message));
        }
    }
}
