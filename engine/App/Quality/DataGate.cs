using Workbench.Model;

namespace Workbench.App;

/// <summary>Where data that a check has refused are kept from a run, unless it says that it accepts them. What nobody has checked passes: the report says that it is unchecked.</summary>
static class DataGate
{
    /// <summary>The word that accepts them.</summary>
    public const string Option = "--accept-data-warnings";

    /// <summary>Lets data through or not.</summary>
    /// <exception cref="WorkbenchException">WB4470: some were refused and are not accepted.</exception>
    public static void Pass(IEnumerable<DataIdentity> data, bool accepts)
    {
        if (!accepts && data.FirstOrDefault(each => each.Quality == DataQuality.Refused) is { } refused)
        {
            throw DataGateErrors.Refused(refused, Option);
        }
    }
}
