using Workbench.Platform.Tests.Journals;
using Workbench.Platform.Tests.Vault;

namespace Workbench.Platform.Tests;

/// <summary>What these tests do in a process of their own, so that it can be killed. Test runners never call it.</summary>
static class Program
{
    static int Main(string[] words)
    {
        switch (words)
        {
            case ["journal", var folder]:
                JournalChild.WriteForEver(folder);
                return 0;
            case ["keyring"]:
                KeyringVaultTests.Act();
                return 0;
            default:
                Console.Error.WriteLine("These are tests: dotnet test.");
                return 2;
        }
    }
}
