global using Workbench.Model;
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.Data.Tests")]
