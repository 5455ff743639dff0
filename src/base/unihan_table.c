/* unihan_table.c - made by src/gen/unihan.py from the Unihan database of Unicode 15.0; not edited by hand.
 *
 * UNICODE, INC. LICENSE AGREEMENT - DATA FILES AND SOFTWARE
 *
 * Copyright (c) 1991-2022 Unicode, Inc. All rights reserved.
 * Distributed under the Terms of Use in https://www.unicode.org/copyright.html.
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of the Unicode data files and any
 * associated documentation (the "Data Files") or Unicode software and any associated documentation (the
 * "Software") to deal in the Data Files or Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or Software, and to
 * permit persons to whom the Data Files or Software are furnished to do so, provided that either (a) this
 * copyright and permission notice appear with all copies of the Data Files or Software, or (b) this copyright and
 * permission notice appear in associated Documentation.
 *
 * THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
 * BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF
 * THIRD PARTY RIGHTS. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY
 * CLAIM, OR ANY SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE,
 * DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN
 * CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR SOFTWARE.
 *
 * Except as contained in this notice, the name of a copyright holder shall not be used in advertising or otherwise
 * to promote the sale, use or other dealings in these Data Files or Software without prior written authorization
 * of the copyright holder. */
#include "base/unihan_table.h"

const char unihan_initial[] =
	"ydkqsxhwzssxjbymgcczqpssqbycdscdqldylybsgjgyqzjjfgcclzzbwdwzjljpfyynwjjtmyyzwzhflyppqhgccyyymjqy"
	"xxgjxhsdsjnjjsmhmlzrxyfsngsyczgzggllyjlmyzssecykyyhqwjssggyxyqyjtwkdjhychmyxjtlxjyqbyxdldmrrjjwy"
	"srldzjpcbzjjbrcfslbczstzfxxthtrqggbdlyccscymmrfcyqzpwwjjyfcrwfdfzqpyddwyxkyjawjffxjpdftzyhhycysw"
	"ccyxsclcxxwzzxnbgnnxbxlzsqcbsjpysyzdhmdzbqbzcwdzzyytzhbtsyyfzgntnxqywqskbphhlxgybfmjebjhhgqtjcys"
	"xstkzglyckglysmzxyalmeldccxgzyrcxsdltjzcqkcnnjwhjczzcqljststbnxbtyxceqxgkwjyflzqlyhjxspsfxlfpbyq"
	"xxxydcczylllsjxfhjxpjbcffyabyxbhczbjyclwlczggbtssmdtjcxpthyqtgjjscjfzkjzjqnlzwlslhdzbwjncjzyzsqn"
	"ycqyrzcjjwybrtwpyftwexcskdzctbxhyzcyyjxzcfbzzmjyxxcdczottbzljwfcgszsxfyrlnyjmbdthjxsqjccsbxyytsy"
	"fbjdztgbcnclcyzzbsacyzzscjcshzqydxlbpjllmqxtydzxsqjtzpxlcglqccwjbhctdjjsfxjejjtlbgxsxjmyjjqpfzas"
	"yjncydjxkjcdjszcbartcclnjqmwnqnclllkbybzzsyhqcltwlccrshllzntylnewyzyxczxxgdkdmtcedejtsyys-dqdfms"
	"d-jlhrwnqlybglxhlgtgxbqjdzfyjsjyjcjmrnymgrcjczgjmzmgxmmryxkjnymsgmzjymklfxmbdtgfbhcjhkylpfmdxlqj"
	"jsmtqgzsjlqdldgjycalcmzcsdjllnxdjffffjczfmzffpfkhkgdpqxktacjdhhzdddrrcfqyjkqccwjdxhwjlyllzgcfcqd"
	"smlzpbjjplsbcjggdckkdezsqsckjgcgkdjtjllzycxklqscgjcltfpcqczgwbjdqsdjjbyjhsjddwgfsjgdkccctllpspkj"
	"gqjhzzljplgjgjjthjjyjzcjmlzlyqbgjwmljkxzdznjqsyzmljlljkywxmkjlhskjgbmclyymkxjqlbmclkmdxxkwyxwslm"
	"lpsjqjcqxyjfjtjdxmxxllcrqbsyjbgwywxggbcyxpjtgpepfgdjgbhbnsfjyzjkjkhxqfgqzkfhygkhdkllsdjjxpqykybn"
	"qsxqnszswhbsxwhxwbzzxdmndjbsbkbbzklylxgwxjjwaqzmywsjqlcjxxjqwjeqxscwetlzhlyyysdzpyqyzcptlshtzcfy"
	"cyxyljsdcjjagyslcllyyysglrqqeldxzsccscadycjysfsgbfrsszqsbxxpsjwsdrckgjlgdkzjzbdktcsyqpyhstcldjlh"
	"mxmcgxyzhjdctmhltxzxylymohyjcltyfbqqjbfbdfehtksqhzywwcnxxcdwhhwgyjlegmdqcwgfjhcsntwydolbygwqwesj"
	"pwnmlrydzsztxyqpzgcwxhngpyxshmdqjhztdppbfyhzhhjyfdzwkgkzbldntsxhqeegzxylzmmzyjzgszxhhkhtxexxgyly"
	"apsthxdwhzydpxagkydxbhnhxkdfjnmyhylpmgocslnzhkxxlbzzlbmlsfbhhgsgyyggbhscyajtxwlxtzqcwzydqdqmmgdq"
	"llszhlsjzwfjhqswscelqazynytlsxthaznkzzsdhlacxtwwcsgqqtddyzbcchyqzflxpslzygpzsznglydqcbdlxjtctajd"
	"kywnsyzljhhdzcwnyyzyomhychhhxhjkzwsxhdnxlyscqydpclyzwmypbkxyjlkzhtyhaxqsysgxasmchkdscrswjpwqsgzj"
	"lwwschs-hsqnhzsngndaqtbaalzzmsstdqjcjktscjaxplggxhhgoxzcxpdmmhldgtybysjmxhmrcplxjzckzxshwlqxccdh"
	"xezfchzccdytcjyxqhlxdhypjqxnlsyydzozjnhxqezysjyayjkypdghddxsppyzndlthrhxydpcjjhtcxmctlhbynyhmhzl"
	"lhnxmylllmdcppxhmxdkycyrdltxjchhznxclcclylnzsxzjzzlnnllwhyqsnjhxynttdkyjpychhyegkcttwlgqrlggtgty"
	"gyhpyhylqyqgcwyqkpyyyttttlhyhlltyttsplkyzwgywgpydqqzzdqxskcqnmjjzzbxyqmjrtfbbtkhzkbjdjjkdjjtlbwf"
	"zpbtkqtztgpdgntpjyfalqmkgxbcclzfhzclllladpmxdjhlcclgyhdzfgyddgcyyfgydxkssebdhykdkdkhnaxxybfbyyhx"
	"cqgabfqyjjdmljcsjzllbchbsxgjyndybyqspqwjlzkcddtaccbkzdyzypjzqsjnkktknjdjgyepgtlfyqkasdntcyhblgdz"
	"hbbydmjrygkzyheyybcmcdtyfzjjhgcjplxhldwxjjkytcyksssmtwcttqzlzbszdtwzxgzagyktywxlhlcpbclloqmmzssl"
	"cmbjcszzkydczxgqjdsmcytzqqlwzqzxssbpkdfqmddzdsddtdmfhtdyzjaqjqkypbdjyyxtljhdrqxxxhaydhrjlklytwhl"
	"lrllrcxylbwsrszzsymkzzhhkyhxksmzsyzgcjfbzbsqlfcxxxnxkxwymsddyqwggqmmyhcdzttfgyyhgstttybykjdhkyjb"
	"elhdypjqnfxfdqkzhqkzbyjtzbxhfdxbdaswhawajldyjsfhbldnndnqjtjnchxfjsrfwhzfmdrfjyhwzpdjkzyjymfcyzny"
	"nxfbytfwfwygdbnzzzdnytxzemmqbsqehxfzmbmflzzsrsymjgsxwzjsprydjsjgxhjjgljjynzjjxhgjkymlpeyycsysgqz"
	"swhwlyrjlpxslcxmfsmwkcctnxnynpnjszhdzeptxmwywayysywlxjqzqxzdclaeelmcpjpclwbxsqhfwrtffjtnqjhjqdxh"
	"wlbycnfjlalkyyjldxhhycstdywncjtxywdrmdrqhwqcmfjdyzmhmayxjwmyzqsxtlmrspwwchajbxtgcypxyyrrclmpamgk"
	"qjszyjrmyjsnxtplnbappypylxmyzkynldgyjzczhnlmzhhanqmpgwqtzmxxmllhgdzxyhxkrxycjmffxyhjfsbssqlhxndy"
	"cannmtcjcyprrnytyqnyymbmsxndlylysljnlqyshqmllyzlzjjjkymzcsfbzxxmstbjgnxyzhlsnmcqscyznfzlxbrnnnyl"
	"mnrtgzqysatswryhyjzmzdhzgzdwybsscskxsyhytsxgcqgxzzbhyxjscrhmkkbsczjyjymkqhzjfnbhmqhysnjnzybknqmc"
	"jgqhwlsnzswxkhljhyybqcbfcdsxdldspfzfskjjzwzxsddxjseeegjscssmgclxxkywyllymwwwgydkzjgggtggsycknjwn"
	"jpcxbjjtqtjwdsspjxzxnzxwmelptfsxtllxcljxjjljsxctnswxlehhlyqrwhsycsqrybyaywjejqfwqcqqcjqgxaldbzzy"
	"jgkgxpltqyfxjltpadkyqhpmatlcpdhkxmtxybhblefxdleegqdymsawhzmljtwyqxlyjzljeeyxbqqffnlyxrdsctgjgxyy"
	"lkllxqkcctlhjlqmkkzgcyygllljdzgydhzwxpysjbzkdzgyzzhywyfqytyzszyezklymhjjhtsmqwyzlkyywzcsrkqyqltd"
	"xwcdrjklwsqzwbdcqyncjsrszjlkcdcdtlzzzacqqczddxyplxcbqjylzllljddzjgyjyjzyxnyyynxjxkxdazwyrdljyyyr"
	"jlglldrxjcykywnqcclddnyyykyckczhjxcclgzqjgjwppcqqjysbzzxyjxjbxjfzbsbdsfnsfpzxhdwztdmpptblzzbzdmy"
	"ypqjrsdzsqzsqxbdgcpzswdwcsqzgmdhzxmwwfybpdgphtmjthzsmmbgzmbzjcfzhfcbbzmqcfmbcmcjxlgpnjbbxgmhyyjg"
	"ptzgzmqbqdcgybjxlwzkydpdymgcftpfxyztzxdzxtgkmtybbclbjaskytssqyymscxfjeglsllszbqjjjaklyldlycctsxm"
	"cwfgkkbqxlllljyxtyltyxytdpjhnhgnkbyqnfjyyzbyyessessgdyhfhwtcjbsdzjtfdmxhcnjzymqwsrxjdzjqpdqbbsdj"
	"ggfbkjbxdgjhmgwjjjgdllthzhhyyyyyysxwtyyyccbdbpypzyccztjfzywcbdlfwzcwjdxxhyhlhwczxjtczlcdpxdjczcz"
	"lyxjjsjbhfxwpywxzptdzzbdccjhjhmlxbqxxbylrddgjrrctttgqsczwmxfytmwzcwjwxjywcskybzqccttqnhxnkxxkhkf"
	"htswoccjybcmpzzyjbnnzpbthhjdlscddytyfjpxyngfxbyqxcbhxcbsxtyzdmzysnxsxlhkmzxlthdhkghxjsshqyhhcjyx"
	"glhzxcsnhekdtgqxqypkdhextykcnymyyypkqyytjxzlthhqtbyqhxbmyhsqckwwyllhcyylnneqxqwmcfbdccmljggxdqkt"
	"lxkgnqcdgzjwyjjlyhhqtttnwchhxcxwheszjydjccdbqcdgdnyxzdhcqrxcbmztqcbxwgqwyybxhmbymykdyecmqkyaqyng"
	"yzslfykkqgyssqyshjgjcnxkzycxsbkyxhyylstycxqthysmgscpmmgcccccmtztasmgqzjhklosqylswtmqsyqkdzljqqyp"
	"lcycztcqqpbbqjzclpkhqcyyxxdtdddsjcxffllchqxmjlwcjcxtspycxndtjshjwxdqqjckxyamylsjhmlalykxcyydmamd"
	"qmlmcznzyybzkkyflmchcmlhxrcjjhsylnmtjggggywjxsrxcwjgjqhqzdqjdzjjzkjkgdzqgjjyjylhzhxcdqhhhestmhlf"
	"sbdjsyyshfyssczqlpbdrfrztzdkykgsctgkwdqzrkmsynbcrxqbjyfaxpzzedzcjykbcjwhyjbqdzywnyszptdkzpfpbazt"
	"klqyhbbzpnbptyzzybhnydcpjmmcycqmcjfzzdcmnlfpbplngqjtbttajzpzbbdnjkljqylnbzqhksjznggqsczkyxchpzsn"
	"bcgzkddzqanzgjkdntlzldwjljzlywtxndjzjhxyatncbgtzcsskmnjpjytsrwxcfjwjjtkhtzplbhsnjzsyjbwbzyzlstls"
	"bjhdwwqpslmmfbjdwajyzccjtbnnrzwqxcdslqgdsdpdzhjtqqpsqlyyjzlgyhszlctcbjtktyczjtqkbpjlgmjzdmcsgpyn"
	"jzjjyyknhrpwszxmtncszzyxybyhyzaxywkcjtllckjjtjhgcxdxyqyczbywblwqcglzgjgqrqcczssbcrbcskydznljsqgx"
	"ssjmecnstztpbdlthzwhqwqtzexnqczgweskssbybstscsjccgbfsdqszlccglllzghzcthcnmjgyzaznmckcstjmmzckbjy"
	"gqljyjppldxrgzyxccsnhshgdznlzhzjjcddcbcjflbfqbczzwpqdnhxljcthqwjgylnlszzpcjdscqqhjqkdxkpbajyemsm"
	"jtzdxlcjyryynwjbngzzkmjxltbsllrtpylcsznxjhllhyllqqzqlxymrcwcxsljmczltzldwdjjllnzggqxppskygyggbfz"
	"pdkmwghcxmcgdxjmcjsdycabxjdlnbcddygskydjtxdjjyxmsaqazdzfslqxyjsjzylblxxwxqqzbjzlfbblylwdsljhxjyz"
	"jwtdjcyfqzqzzdcsxzzqlzcdzfchyspympqzmlpplffxjjnzzylsjyyqzfpfzksywjjjhrdjzzxtxxglghtdxcskyswmmtcw"
	"ybazbjkshfhgcxmhfqhyxxyzftsjyzbxyxpzlchmzmbxhzzssyfdmncwdabazlxktcshhxkxjjzjsthygxsxyyhhhjwxkzxc"
	"sbzzwwhhcwtzzzpjxsnxqqjgzyzawllcwxzfxgyxyhxmkyyswsqmnjnaycyspmjkgwcqhylajjmzxhmmcnzhbhxclxtjpltx"
	"yjhdyylttxfszhyxxsjbjyayrsmxyplckdlyhlxrlnllstyzyyqygyhhsccsmcctzcxhyqfpyyrpfflfqtntszllzmhwtcjq"
	"yzwtllmlmdwmbzssmzrbpdddlgjjbxccsrzqqygwcsxfwzlxccrbtdzmcyggdlqsgtjmwljmymmsyhfbjdgyxccpshxczcsb"
	"sjwjgjmpbwaffyfnxhydxzylremzgzcyzsszdlljcsqfzxxkptxzgxjjgbmyyysnbdylbnlhbfzdcyfbmgqrrmsszxysgtzn"
	"nydzzcdgbjafjbdknzblczscpsgzycjszlmlrzzbzzldlsllysxsqzqlyxzlsgkbrxbrbzcycxzjzeeyfgklzlyyhgysgzlf"
	"jhgtgwkraajyzkzqtsshjjxdzyz-yjlzyrzdqqhgjzxsszbtkjpbfrtjxllfqwjgslqtymblpzdxtzagbdhzzrbgjhwnjtjx"
	"lhscfsmwlldqysjtxkzscfwjlbxftzlljzllqblcqmqqcgcdfpbbhzczjlpyygjdtgwdcfczqyyyqysrclqzfklzzzgffsqn"
	"wglhjycjjczlqzcyjbjzzbpdccmhjgxdqdgdlzqmfgpsytsdyfwwdjzjysxyycjcyhzwpbyhxrylybhkjksfxtzjmmchhllt"
	"nyymsxxyzpyjjycdyzwmtjjkqyrhllqxpsgtlwycljscbxjyzfnmlrgjjtyzbsyzmsjyjhgfzqmsyxrszcwtlrtqzsstkxgq"
	"ggsptgcdnjsgcqcqhmxggztqydjkzdlbzsxjlhyqgggthqscpyhjhhgnygkggcmjdzllcclxqsftgzslllmlcskctbljzzsz"
	"mmnytpzsxqhjcjyqxyexzqzcpshkzzysxcdfgmwqrllqxrfztlysdctmjcsjjdhjnxtnrztzfqrhqgllgcxszsjdjljcytsj"
	"tlnyxhszxcgjzyqpylfhdjsbpcczgjjjqzjqdybssllcmyttmqtbhjqnnygkynqyqmzgcjkpdcgmyzhqllsllclmholzgdyl"
	"fzsljcqzlylzcjeshnylljxgjxlyjyyyxnbcljsswcqqcjyllcldjyllzllbnylgqchxyyqoxccqkyjxxhyklksxayqccqkk"
	"kkcsgyxxyqxygwtjohthxpxxcsshcyeychzzcbwqbbwjqcscszsslzylgdesjzmmymcytsdsxxscjpqqsqylyfzychdjdzyw"
	"cbtjsydjkcyddjlbdjjsodzyqysqkxxdhhgqjyohdyxwgmmmajdybbbppbcmhcpljzsmtxerxjmhqdstpjdcbssmsssthjts"
	"lmmtrcplzszmlqdsdmjmqpnqdxcfynbfsdqqyxhyaykqyddlqyyysszbydslntfgtzqbzmchdhczcwfdxtmqqsphqwwxsrgj"
	"cwtjtzzqmgwjjrjhtqjbbgwzfxjhnqfxxqywyyhyscdydhhqmnmdmmcpbszppzzglmzfollcfwhmmsjzttthlmyffytzzgzy"
	"skjjxqyjzqphmbzzlyghgfmshpcfzsnclpbqsnjszslxjfpmtyjygbxlldlxpzjypjyhhzcywhjylsjexfsszywxkzjlladt"
	"mlymqjpwxxhxsktqjezrpxxzghmhwqpwqlyjjqjjzszcfhjlchhnxjlqwzjhbmzyxbdhhypylhlhlgfwlcfyytlhjjcjmscp"
	"xstkpnhjxsntyxxtestjctlsslstdlllwwyhdhrjzsfgxssyczykwhtdhwjslhtzdqdjzxxqggyltzphcsqfzlnjtclzpfst"
	"pdynylgmjllycqhynsbchylhqyqtmzybbywrfqykjsyslzdyjmpxyyssrhzjnyqtqdfzbwwdwwrxcwhgyhxmkmyyyhmsmzhn"
	"gcepmlqqmtcwctmhmxjpjjhfxyyzsjzhtybmstsyjdtjjqytlhynbyqzlcxcnzwsmylkfjxlwgbypjytysylymzckttwlgsm"
	"zsylmpwlzwxwqzssaqsyxyrhssntsrapccpwcmgdhhxzdzxfjhgzttsbjhgyglzysmyclllybtyxhbbzjkssdmalhhycfygm"
	"qypjycqxjllljgclzgqlycjcctotyxmtmshllwcgfxymzmklpszzzxhhjyslctyjcyhxsgyxzkxlzwpyjpdhjwpjpwsqqxlx"
	"xdhmrslzcyzwstcxkystzshbsccstplwsscjchjlcgchssphylhfhhxjsxyllnylmzdhzxylsxlwzyhcldyahzcmddyspjtq"
	"jzlngjfsjshctsdszlblmssmnyymjqbjhrcwtyydchqljapzwbgqybkfcmjwlzllyylszydwhxpsbcmljpscgbhxlqhyrljx"
	"yswxhxzlldfhlslymjljyflyjycdrjlfsyzfsllcqyqfgjyhyszlylmstdjcyhbzllnwlxxygyyhbmgdhxxhhlzzjzxczzzc"
	"yqzfnjwpylcpkpykpmclgkdgxzggwqbdxzzkzfbxxlzxjtpjpttbytszzdwslchzhsltjxhqlhyxxxywzyswtmzkhlxzxzpy"
	"hgchkjfsyh-tjrlxfjxptztwhplyxfcrhxshxkjxxyhzjdxjwylhyhmjdbflkhtxcwhcfwjcfpqrxqxcyyyjygrpxgscsxng"
	"wchkzdxhflxxhjjbyzwtsxnncyjjymswzjqrmhxzwfqsylzjzgbhynslbgttcsebhxxwxyhhxyxnsqyxmlywrgyqlxbbcljs"
	"ylpsytjzyhyzawlhorjmksczjxxxyxchcytryxqjddsjfslyltsffyxlmtyjmjjyyyxltzcsxqzlhzxlwyxzhdnlrxhxjcdy"
	"hlbrlmbrllaxksllljlyxxlycrylcjcgjcmtlzllcyzzpzpcyawhjjfybdyyzsepckzdqyqpbpcjpdcyzbdbbcyydycnnpjm"
	"tmlrmfmmgwygbsjgygsmdqqqztxmkqwgxllpjgzbqcdjjjfpkjkcxbljmswmdtqjxldlppbxcwkcqqbfqjczagzgmykbhyyh"
	"zykndkzmbpjyspxthlfpnyygxjdbkxnhhjhzjxstrstldxskzysybmxjlxyslbzyslhxjpfxbqnbylljqkygzmcyzzymccsl"
	"dlhzgwfwyxzmwcxtynxjhbyymcysbmhysmydyshqyzchmjjmzcaahcbjbbhplxtylsxsdjgjdhkxxtxxnphnmlngsltxmrhn"
	"lxqjxmzllyswqgdlbjhdcgjyqycmhwfwjybbbyjmjwjmdpwhxqldyapdfxxbcgjspckrssyzjmslbzzjfljjjlgxzgyxyxls"
	"zqyxbexyxhgcxbpldyhwecdwwcjmbtxchxyqxllxflyxlljlssfwdpzsmyjclmswtczbchqekcqbwlcgydblqppqzqfjqdjh"
	"ymmcxtxdrmjwrhxcjzclqxdyynhyyhrslsrsywwzjymtltllgzqcjzyabsckzcjyccqljsqxalmzyyywlwdxzxqdllqshgpj"
	"fjljhjabcqzdjgthhsstcyjlbswzlxzxrwgldlzrlzqtgsllllzlymxqgdzhgbdbhzpbrlw-xqbpfdwo--whlypcbjcc-dmb"
	"zpbzz-cyqxldomzblzwpdwyygdstthcsqsccrsssyslfybfntyjszdfndpthtzzmbblxlcmyffgtjjqwftmdpjwdnlbzcmmc"
	"tgbdzlqlpyfhsymjylsdchdzjwjcctljcldtljjcpddpjdsszynndbjlggjzxsxnlycybjjqxcbylzcfzppgkcxzdzfztjjf"
	"jsjxzbnzyjqttyjwhtyczhymdjxttmpxsflzcdwslshxybzgtfmlcjtacbbmgdkwycyzcdszcyhflyctygwhkjyylsjcxgyw"
	"jcbhlcsnddbtzbsclyzczzssqdllmqyyhfllqllxfdyhabxggnywyypllsdldllbjcyxjzmlhljdxyyqytdlllbbgbfdfbbq"
	"jzzmdpjhgclgmjjpgaehhbwcqxaxhhhzchxyphjaxhlphjpgpzjqcqzgjjzzgzdmqyybzzphyhybwhazyjhykfgdpfqsdlzm"
	"ljxjpgalxzdaglmdgxmwzqytxdxxpfdmmssympfmdmmkxksyzyshdzkjsysmmzzzmsydnzzczxbmlstmddnmxckjmztyymzm"
	"zzmsshhdccjemxxkljstgwlsqlyjzllsjssdbpmhnlyjczyhmxxhgzcjmdhxtkgrmxfwmckmwkdcksxqmmmszzydkmsclcmp"
	"cgmwrpxqpzdsslcxkyxtmlkjyahzjgzqmcsnxyhmmpmlkjxmhlmlgmxctkzmjjyszjsyszhsyjzjcdajzybsdqjzgwzkgxfk"
	"dmsdjlfmehkzqkjbeypzyszcdwyjffmzjykttdzzefmzlbnpplplpbpszalltylkckqzkgenqlwagxxydpxlhsxqqwqykxqc"
	"lhyxxmlyccwlymqyskychlcjnszkpyzkcqzqljbdmdjhlasqlbydwqlwdnbqcrydddtjybkbwszdxdtnpjdtctqdfxqqmgns"
	"eclstbhpwslctxxlpwydzklzygzcqapllkccylbqmqczqcljslqzdjxldthpzqdljjxzqdjyzhkzljcyqdyjppypeakjyrmp"
	"cbymcxkllzllfqpylllmbsglcysslrsysqtmxyxqqzbdzrysyztffmzzsmzqhzssccmlyxwtpzgxzjgzgsjsgkddhtqggzll"
	"bjdzlcbzhyxyzhzfywxyzymsdbzzyjgtsmtfxqyxjscdgslnmdlrytzlryylxqhtxsrtzcgyxbnqqzfhykmzjbzymkbpnlyz"
	"pblmcnqyzzzsjzhjctzhhyzzjrdyzhnfxglfxslkgjtctssyllgzrzbbjzzklpkbczyslxyxbjfpnjzzxcdwxzyjxzzdjjgg"
	"grsrjkmcmzjlsjywqshyhqjsxpjzzzlsnshrnypjtwchklbsrzlcxwjqxqkysjycztlqzybbybwzjqdwgyzcytjcjxckcwdk"
	"kzxsgkdzxwwyyjqyytcytdjlxwkczkklcclzcqqdzlqlcsfqchqhsfsmqzzllbjjzbsjhtsjdysjqjpdlzcdcwjkjzzlpycg"
	"mzwdjjbsjqzsyzyhhxcbbjydssddzncglqmbtsfcbfdzdlznfgfjgfsmptjqlmblgqcyyxbqkdxjqsrfkztjdhczklbsdzcf"
	"ytplljgjhtxzcsszzxstcygkgckgyoqxjplzbbbgtgyjdgczqszlbjlsjfzgkqqjcgyczbzqtldxrjxbsxxpzxhyzyclwdsj"
	"jhxmfczpfzhqhqmqgkslyhtycgfrzgnqxclpdlbzcsczqlljblhbdcypczppdymtzsgyhckcpzjgslclnscdsldlxbmsdldd"
	"fjmkdjdhslzxlszqpqpgjllybdszgqlbzlslkyyhzttncjyqtzzfszqztlljtyyllqllqyzqlbdzlslyyzxmdfszsnhlxznc"
	"zqzbbwskrfbcyzmthblgjpmczzcstlxshtzcyzlzblfeqhlxflcjlyljqcbzlzjghsstbrmhxzhjzclxfnbgxgtqjcztmsfz"
	"kjmssnxljkbhszxntnlzdntlmsjxgzjyjczxyhygwrwwqnztnfjscpzshzjfyrdjsfscjzbjfzqzchzlxfxsbzqlzsgyftzd"
	"cszxzjbqmszkjrhxjzcgbjkhchgtjkjqglxbxfgdrtylxjxgdtsjxhjzjjcmzlcqsbtxhqgxttxhxftsrkfjhzyjfjxrzcdl"
	"llcqsqqzqwqxswqtwgwbzcgcllqzbclmqqtzgzxzxljfrmyzflxysqxxjkxrmjdcdmmyxbsqbhgcmwfwtgmxlzbyytgzyccd"
	"xyzxswgxyjyznbgpzjcqsyxcxrtfyzgrhztxszzthcbfclsyxzljqmzlmplmxzjssflbysmyqhxjsxrxsqzzzsslyflczjrc"
	"rxhhzxqydshxsjjhqcxjbdynsysxjbqlpxzqpymlxzkyxlxcjlcycrxzzlldlllsjyhzxgyjwkjrwyhcpsgnrzlfzwfzznsx"
	"gxflzsxzzzbfcsyjdbrjkrdhhgxjljjtgxjxxstjtjxlyxqfcsgswmsbctlqzzwlzzkxjmltmjyhsddbxgzhdlbmyjfrzfcg"
	"clyjbpmlysmsxlszjqqhjzfxgfqfqbpxzgyyqxgztcqwyltlgwwgwhllfsfgzjmgmgbgtjfsyzzgzyzaflsspmlbflcwbjzc"
	"ljjmzlpjjlymqdmyyyfbgygqzglyzdxqyxrqqqhsxyyqqygjtyxfsfsllgnqcygycwfhcccfxbylypllzqxxxxxkqhhxshjd"
	"cfdsczjxcpzwhhhhhapylhalpqafyhxdyllkmzqgggddesrnndltzgchybpysqjjhclljtolnjpzljlhymheydydsqycddhg"
	"zpndzclzywllznteytgxlhslpjjbdgwxpcdntjcklkclwkllcasstknzdnqnttlyyzssysszzryljqkcgbhhcrxrzydgrgcw"
	"cgzhfffppjfzynakrgywyqpqxxfkjtszzxswzddfbbqtbgtzfznpzfpzxzpjszbmqhkcyxyldkljnypkyghgdcjxxeahpnzg"
	"ctzcmxcxmmjxnkszqnmnlwbwwxjjyhclstmcsqdjcxxtpcnpdtnnpglllzcjlspblplkcdtnjnlyyrscffjfqwdpgzdwmnzc"
	"clodaxnssnyzrestyjwjyjdbcfxnmwttbqlwstszgybljpxglboclgpcbjftmxzljylzxcltpnclcgxtfzjshcrxsfyszdkn"
	"tlbyjcyfllstgqcbxnwzxbxklylhzlqzlnzcqwgzlgzjncjgcmnzzgjdzxtzjxycyycxxjyyxjjxsssjstssttppghtcsxwz"
	"dcsyfptfbchfbblzjclzzdbxgcxlqpxkfzflsyltywbmnjhskbmddbcysccldxycddqlyjjhmqllcsgljjsyfpyyccyltjan"
	"tjjpwycmmgqyysqdhqmzhszxpftwwzqswqrfkjlxjqqyfbrxjhhfwjgzyqacmyfrhcyybyqwlpexcczstyrltsdmqlykmbbg"
	"myyjprkznbbsxyxbhyzdjdnghpmfsgbwfzmfjmmbcmzzcjjlcnyxyqgmlrygqccyhzlwjgcjcggmcjjfyzzjhycfrrcmtzqz"
	"xhfqgdjxccjeaqcrjthpljlszdjrbcqhjdzrhxlyxjsymhzydwldfryhbbydtssccwbxglpzmlzztqsscpjmmxjcsjytycgh"
	"ycjwsnsxlfemwjnmkllswtxhyyygcmmcwjdqdjzglljwjnkhpzggflccsczmcbltbhbqjxqdjpdjqtghglfqawbzyjjltstd"
	"hqhctcbchflqmpwdshyytqwcnztjtlbypbpdyyyxsqkxwyyflxxncwcxybmaelykkjmzzzbrxyaqjfljpfhhhytzzxrgqqmh"
	"spgdzjwbwpjhzjdyscqwzkthxsqlzyymysdzgrxckkhjlwpysyscsyzlrmlqsyljxbcxtlhdqzpcycykpppnsxfyzjjrcemh"
	"szmsxlxglrwgcstlrsxbygbzgztcpldjlslylymdtmtcpalcxpqjcjwtcyyzlblxbzlqmyljbghdslssdmxmbdczsxwhamlc"
	"zcpjmcnhjyjnsygchskqmzzqdllkablwjxsfmocdxjrrlyqchjmybyqlrhetfjzfrfksryxfjdwdsxxlwsqjyslyxwjhsnlx"
	"wyxhbhawhhjcxwmyljcsqlkydttxbzsxfdxgxsjhhsxxybssxdptzcmrptjzczenygcxqfjxkjbdmljcmqqxloxslyxxlyll"
	"jdzbtymhbfsttqqwlhogyblscalzxqlhtwrrqhlstmypyxjjxmqsjpnbryxyjllyqylthylqyfmhkljdmllhfzwkzhljmlhl"
	"jkljstlqxylmbhhlnlsxqchxcfxxlhyhjjgbyzzkbxscqdjqdsxjzsyhzhhmgsxcsymxfebcqwwrbpyyjqtyqcyjhqqzyhmw"
	"ffhgzfrjfcdbxndqyzpcyhhjlfrzgppxzdbbgzqstlgdgylcqmgchhmfywlzyxkjlypqhsywmqqgqzmlzjnsqxjqsyjtcbeh"
	"sxfssfxzwfllbcyyjdytdthwzsfjmqqyjlmqsxlldttkhhybfpwdyysqqrnqwlgwdebdwcyygcdlkjxtmxmyjsxhybrwfymw"
	"frxyqmxysctzztfykmldhqdlwyqnlcryjblpsxcxywlsbrrjwxhqybhtydnhhgmmywytzcsqmtssccdalwztcpqpyjllqzyj"
	"swxwzzmmglmxclmxczmxmzsqtzppjqblpgxjzhfljjhycjsnxwcxsccdlxsyjdcqcxslqyclzxlzzxmxqrjmhrhzjphmfljl"
	"mlclqnldxzlllfypngjysxcqqdcmqjzzxhnpnxzmekmxxykyqlxsxtxjxyhwdcwdzhqyybgybcyscfgfsjnzdyzzjzxrzrqj"
	"jymcanhrjtldbpyzbstjhxxzypbdwfgzzrpymtngxzqbyxmbbfcckrjqjbjegrzgyclkxzdxkknsjkcljspgyyzlqqjybzss"
	"qlllkjfcbktylcccdblsppfylgydtzjyqggkqttfcxbdkdxxhybbfytyhbclpdytgdhryrnjsbtcsnyjqhklllzslydxxwbc"
	"jqsbxbfjzjcjdzfbxxbrmlazgcsnclbjdstblfrzdswsbxbcllxxlzdjzsjpylyxxyftfffbhjjjgbygjpmmmmsscljmtlyz"
	"jxswxtyledqpjmygqzjgdjlqjwjqllsdgjgygmscljjxdtygjqjqjcjzcjgdzdshqgsjggcjhqxsnjlzzbxhsgzxcxyljxyx"
	"yydfqqjhjfxdhctxjyrxysqtjxyefyyssyxjxncyzxfxcsyszxyyschshxzzzgzzzgfjdldylnpzgyjyzyyqzpbxqbdztzcz"
	"yxxyhhscxshcggqhjhgxwsztmzmehyxgebtylzkkwytjzrclekestdbcykqqsayxcjxwwgsbhjszsdhcsjkqcxswxfctynyd"
	"pzcczjqtzwjqdzzzqzljchlsbhpydxpsxshhezdxfptjqyzzxhyaxncfzyyhxgnqmywxtzsjpkhhgymxmxqcxtsbcqsjyxht"
	"yylybcqlmmszmjzjllcogxzaajzyhjmchhcxzsxzdznleyjjzjbhzwzzsqtzpsxztdsxjjjznyazphhyysrnqdthzhayjyjh"
	"dzxzlswclybzyecwcycrylcxnhzydzydyjdfrjjhtrsqtxyxjrjhojynxelxsfsfjzghpzsxzszdzcqzbyyklsgsjhczshdg"
	"qgxyzgxchxzjwyqwgyhksseqzzndzfkwyssdclzstsymcdhjxxyweyxczaydmpxmdsxybsqmjmzjmtzqlpjyqzcgqhxjhhhx"
	"xhlhdldjqsldwbsxfzzyyschtytyjbhecxhjkgjfxbhyzjfxbwhbdzfyzbcapnpgnydmsxhkhhmamlnbyjtmpxyjmcthjbzy"
	"fcgtyhwphftgzzezsbzegpbmdskftycmhbllhgpzjxzjgzjyxzsbbqsczzlzccstpgxmjsfdcczjzdjxcybzlfcjsyzfgszl"
	"ybcwzzbyzdzypswyjgxzbdsysxlgzbzfygczxbzhzftpbgzgejbstgkdmfhyzzjhzllzzgjqzlsfdjsscbzgpdlfzfzszyzy"
	"zsygcxsntxchczxtzzljfzgqsqyxzjqccccdjcdxzjyqjccgxztdlgscxzsyjjqtcclqdqztqchqqjztezzzpbkkdjfcjfzt"
	"ybqyqttynlmbdktjcpqzjdzfpjsbnjlgyjdxjdzqkzgqkxclpzjtcjdqbxdjjjstcjnxbxcmslyjcqmtjqwwcjjnjnlllhjc"
	"wqtbzqyczczpzzdzyddcyzdzccjgtjfzdprntctjdcqtqndtjnmlzbcllctdsxkjzqdmzlbznbtjdcxfczdbccjjltqjpldc"
	"gzdbbzjcqdcjwycllzlzccdwllxwzlxrsntqjczxkjlsgdfqtddglrlajjtklymkqlldzytdyycygjwyxdxfrskstcdenqmr"
	"kqzhhqkdldazfkypbggpzrebzzykyzspegjjglkqzzzslysywyzwfqznlzzlzhwcgkypqgnpgblplrrjyxcccgyhsfzfwbny"
	"wtgzxyljczwhxzjzblfflgskhyjzeyjhlpllllcygxdrzelrhgklzzyhzlyqszzjzqljzflnbhgwlczcfjwspyxnlzlxgccp"
	"zbllcxbbbbxbbcbbcrnncccyrbbsyldcgqyyqxygmqzwtzydyjhyfwdehzdjywlccntzyjjcdedpzdztstqjhdymbjnyjzlx"
	"tsstphndjxxbyxqtzqddtjtdyztgwscszqflshlglbcjbhdlyzjyckwtydylbnydsdsycctyszyyebgexhqddwnygyclxtdc"
	"ystqmygzasccszzddlcclzrqxyyeljsbymxshztembbllyyllytdqyshymrqxkfkbfxnxsbychxbwjyhtqbpbsbwdzylkgzs"
	"kyghqzjhhxjxgnljkzlyycdxlfwfghljgjybxblybxqpqgztzplncybxdjyqydymrbesjyyhkxxstmxrczzywxyhybmcflyz"
	"hqyzmqxdbxbzwzmslpdmyckfmzklzcyjycclhxfclydqzpzygyjyzmzxdzfyfyttqtchgspczmlccytzxjcytjmkslpzhysn"
	"wllytpzctzzcktxdhxxtqcypksmqccyyazhtjpcylzlyjbjxtpnyljyynrxcylmmnxjsmybcsysslzylljjgyldzdpqbfzzb"
	"lfndsqkczfhhhgqmrdsxycstxnqqjpyjbfcxtyqfbnxejdgyqbsrcnfyyqpghyjdyzxgrhtkyleqdzntsmgklbsgbpyszbyd"
	"jzsszjcstxzbhbscsbzczptqfzmqflypybbjgszmnxdjmthyskkbjtxhjcegbsmhyjzcxtmljyxrzzqscxxqptzxmkdxxxjc"
	"ljprmyygadyskqlsadhrskqxzxztcghztlmlwxybwsycdbhjhcfcwzsxhwtkzlxqshlyczjxemplprcgltbzztlzjcyjgdtc"
	"lklpllqpjmzpapxyzlaktkdnczzbnzctdqqzjyjgmctxltgcszlmlhbglkfwnwzhdxphlfmkydlgxdtwzfrjejctzhydxyks"
	"hwfzcqshknmqqhtchymjdjskhxzjzbzzxympajqmsdbxlsklyynwrtsqgscbpdbsgzwyhtlkssswgzzlyytnxjgmjszsxfwn"
	"lsoztxgxlsammlbwldszylakqcqctmycfjbslxclzjclxxksbzqclhjphqplsxsckslnhpsfqqytxjjzlqldczjjzdyydjnz"
	"ptfcdskjfsljhylzqjzlbthydgdjfdbyazxdzhzjnhhqbyknxjjqczmlljzkspldsclbblxklelxjlbjycxjxgcnlcqplzlz"
	"njtzljgyzdzpltqcssfdmnycxgbtjdcznbgbqyqjwgkfhtnbyqzqgbkpbbyzmtjdytblsqmbsxtbnpdxklemyycjynzdtldy"
	"kzzxddxhqshdgmzsjycctayrzlpwltlkxslzcggexclfxlkjrtlqjaqzncmbqdkkcxglczjzxjhptdjjmzqykqsecqzdshha"
	"dmlzfmmzbgntjnnlgbyjbrbtmlbyjdzxlcjlpldlpcqdhlhzlycblcxzcjadqlmzmmsshmybhbskkbhrsxxjmxsdznzpxlbb"
	"rhgghfchgmsklltsjyycqlcskywyehywhbhqywbawykqldqftndkhqcgdqktgphxhcpdhtwtmssyhbwcrwxhjmkmzngwtmlk"
	"fghkjyldyycxwhyeclqhkqhtdqhhffldxqwgzyydesbpkyrzpjfyyzjceqdzzdlattbbfjllcxdlmjsdxegygsjqxcfbxssz"
	"pdyzcxdnyxpfzydlyjccpltxlsxyzyrxcyysdylwwndsahjsygyhgywkaxtjzdaxysrltdjssaxfnejdxyzhlxlllzhzsjny"
	"qyqqxyjghzgjcyjchzlycdshwsgczyjxcllnxzjjyyxnfsmwfpylcyllabwddhwdxjmcxztzpmlqzhsfhzynztlldywlslxh"
	"ymmylmbwwkyxyadtxylldjpybpwfxjmmmllhafdllaflbhhhbqqjtzjcqjjdjtffkmmmbymhygdcqrddwrqjxnbysnmzdbyy"
	"tbjhpybygtjxaahgqdqtmystqxkbtsbkjlxrbeqqhqmjjbdjwtgtbxpgbktlgqxjjjcdhxqdwjlwrfmqgwqhckryswgbtgyg"
	"bwsdwdwrfhwytjjxxxjyzyslphyypayxhydqkxshxyxeskqhywbdddpplcjlhqeewjksyykdyplfjthkjltcyyhhjttpltzz"
	"cdlthqkcxqysteeywkyzyxxyysddjkllpwmcyhqgxyhcrmbxpllnqydqhxsxxwgdqbshyllpjjjthyjkyphthyyktyezyenm"
	"dshlcrpqfbgfxzbsbtlgxsjbswyysksflxlpplbbblbsfxfyzbsjssylpbbffffsscjdstzsxtryjcyffsytyzbjtbctsbsd"
	"hrtjhbytcxyjeylxcbnebjdsysyhgsjzbxbytfzwgenyhhthjhatfwgcstbgxklstywmtmbyxjskzscdyjrcytwxzfhmymcx"
	"lznsdjtttxrycfyjsbsdyerxhljxbbdeynjghxgckgscymblxjmsznskgxfbnbbthfjaafxyxfpxmyfhdtzcxzzpxrsywzdl"
	"ybbjtyqwqjpzypzjznjpzjlzdfysbttslmptzrtdxqsjehbzylzdhljsqmlhtxtjecxalzzspktlzkqqyfsygywpcpqfhqhy"
	"tqxzkrsgtgsqczlptxcdyyzssqzslxlzmacbcqbzyxhbsxlcdltcdjtylzjyytpzylltxjsjxhlbmytxcqrblzssfjzztnjy"
	"dxmyjhlhpblcyxqjqqkzzscpzkswalqsblcczjsxgwwwygyatjbbctdkhqhkgtgpbkqyslbxbbckbmllxdzstbklggqkqlsb"
	"kkdfxrmdkbftpzfrtbbmferqgxkjpzsstlbzdpszqzsjthljqlzbpmsmmsxlqqnhknblrddnhxdhddjcyygyfqgzlgsygmjq"
	"gkhbpmxyxlytqwlwgcpbmjxcyzydrjbhtdjxeeshtmjsbyplwhlzffnypmhxqhpltbqpfbcwjdbygpnxtbfzjgsddtjshxea"
	"wzzyllttybwjkgxghlfkxdjtmszsqynzggswqsphtlsskmclzxyszqqxncjdqgzdlfnykljcjllzlmzznhydsshthxzlzjbb"
	"hqzwwycrdhlyqqjbeyfsgxthsrxwjhwpslmssgzttyeyqqwrslalhmjtqjsmxqbjjzjxzyzkxbyqxbjxshzssfglxmxzxfgh"
	"kzszggylclsarjxhslllmzxelglxydjytlfbhbpnlyzfbbhptgjkwetzhkjjxzxxglljlstgshjjyqlqzfkcgnndjsszfdbc"
	"twwseqfhqjbsaqtgypjlbxbmmywxgslzhglzgnyfljbyfdjfrgsfmbyzhqfbwjsyfyjjphzbyyzffwodgrlmftmlbzgycqxc"
	"djygzyyyytytydwegazyhxjlzythlrmgrjxzclhneljjthtbwjybjjbxjjtjteekgwsljplpsfazpqqbdlqjjtyyqlyzkdks"
	"qjyyjzldqcgjjyzjsycmraqthtejmfctyhypkmhycwjdcfhyyxwshctxrljgjshccyyyjltkttytmxgtcjtzayyoczlylbsz"
	"ywjytsjyhbyshfjlygjxxtmzyyltxxypslxyjzyzyypnhmymdyylblhlsyygqllnjjymsoycbzgdlyxylcqyxtszegxhzglh"
	"wbljgeyxtwqmakbpqcgyshhegqcmwyywljyjhyyzlljjylhzyhmgsljljxcjjyclycjpcpzjzjmmylcjlnqljjjlxxjmlszl"
	"jqlycmmhcfmmfpqqmfxlqmcffqmmmmhmznfhhjgtthhkhslnchhyqdxtmmqdcydyxyqmyqylddcyyydazdcymzydlzfffmmy"
	"cqcwzzmabtbyctdmndzggdftypcgqyttssffwbdtzqssystwjjhjytsxxylbyqhwwhxezxwznnqzjzjjqjccchyyxbzxzcyj"
	"tllcqxknjycyycynzzqyyoewyczdcjycchyjlbtzkycqwlpgpyllgkdldlgkgqbgychjxy--------------------------"
	"---s---------gtm----gd---------------------atn------------------";

const struct unihan_more unihan_more[] = {
	{ 0x4E01, "z" }, { 0x4E07, "m" }, { 0x4E14, "j" }, { 0x4E48, "y" }, { 0x4E50, "y" }, { 0x4E58, "s" },
	{ 0x4E5C, "n" }, { 0x4E7E, "q" }, { 0x4E9F, "q" }, { 0x4EB9, "w" }, { 0x4EC7, "q" }, { 0x4EE1, "y" },
	{ 0x4F1A, "k" }, { 0x4F20, "z" }, { 0x4F3A, "s" }, { 0x4F3D, "gq" }, { 0x4F43, "t" }, { 0x4F74, "n" },
	{ 0x4F97, "t" }, { 0x4FA5, "y" }, { 0x4FA7, "z" }, { 0x4FBF, "p" }, { 0x4FC2, "j" }, { 0x4FD4, "q" },
	{ 0x4FDB, "m" }, { 0x4FDE, "s" }, { 0x4FDF, "s" }, { 0x4FF6, "t" }, { 0x5018, "c" }, { 0x501E, "l" },
	{ 0x5062, "q" }, { 0x5072, "s" }, { 0x5074, "z" }, { 0x5080, "k" }, { 0x50B3, "z" }, { 0x50E5, "y" },
	{ 0x50EE, "z" }, { 0x513F, "r" }, { 0x5152, "rn" }, { 0x5176, "j" }, { 0x5179, "c" }, { 0x51AF, "p" },
	{ 0x51F9, "w" }, { 0x5228, "b" }, { 0x5238, "x" }, { 0x5239, "c" }, { 0x524E, "c" }, { 0x5261, "y" },
	{ 0x527F, "c" }, { 0x52E6, "j" }, { 0x5319, "c" }, { 0x5331, "g" }, { 0x533A, "o" }, { 0x5340, "o" },
	{ 0x5352, "c" }, { 0x5355, "cs" }, { 0x5361, "q" }, { 0x5382, "a" }, { 0x5395, "s" }, { 0x53A6, "x" },
	{ 0x53C2, "s" }, { 0x53C3, "s" }, { 0x53C4, "c" }, { 0x53DA, "j" }, { 0x53E5, "g" }, { 0x53E8, "t" },
	{ 0x53EC, "s" }, { 0x53F6, "x" }, { 0x5401, "y" }, { 0x5408, "g" }, { 0x540B, "y" }, { 0x5413, "h" },
	{ 0x5421, "p" }, { 0x5426, "p" }, { 0x542D, "h" }, { 0x5446, "a" }, { 0x544E, "y" }, { 0x5452, "m" },
	{ 0x5454, "t" }, { 0x5472, "z" }, { 0x5475, "ak" }, { 0x5477, "x" }, { 0x5480, "z" }, { 0x5496, "g" },
	{ 0x54AF, "kl" }, { 0x54B3, "k" }, { 0x54D5, "y" }, { 0x54E6, "e" }, { 0x54E9, "y" }, { 0x5514, "n" },
	{ 0x551D, "h" }, { 0x5521, "y" }, { 0x552B, "y" }, { 0x552C, "x" }, { 0x5562, "y" }, { 0x5574, "t" },
	{ 0x558B, "z" }, { 0x558F, "r" }, { 0x5594, "w" }, { 0x55AE, "cs" }, { 0x55B3, "c" }, { 0x55C4, "s" },
	{ 0x55CA, "h" }, { 0x55CC, "y" }, { 0x55D2, "t" }, { 0x560F, "j" }, { 0x5618, "s" }, { 0x562C, "z" },
	{ 0x5632, "z" }, { 0x5638, "mf" }, { 0x563D, "t" }, { 0x563F, "m" }, { 0x5653, "s" }, { 0x5666, "y" },
	{ 0x5671, "x" }, { 0x5684, "o" }, { 0x5687, "h" }, { 0x56A3, "a" }, { 0x56C2, "a" }, { 0x56DD, "n" },
	{ 0x56E4, "t" }, { 0x5708, "j" }, { 0x571C, "y" }, { 0x5729, "x" }, { 0x573B, "y" }, { 0x574B, "f" },
	{ 0x574F, "p" }, { 0x5777, "j" }, { 0x577B, "d" }, { 0x578C, "t" }, { 0x57D4, "p" }, { 0x5806, "z" },
	{ 0x5815, "h" }, { 0x5821, "p" }, { 0x5824, "t" }, { 0x5854, "d" }, { 0x58AE, "h" }, { 0x58DE, "p" },
	{ 0x58F3, "q" }, { 0x592F, "b" }, { 0x5939, "g" }, { 0x593E, "g" }, { 0x5947, "j" }, { 0x5951, "x" },
	{ 0x5964, "t" }, { 0x59E5, "m" }, { 0x5A29, "w" }, { 0x5A2D, "x" }, { 0x5A7C, "r" }, { 0x5BBF, "x" },
	{ 0x5C06, "q" }, { 0x5C07, "q" }, { 0x5C09, "y" }, { 0x5C3E, "y" }, { 0x5C3F, "s" }, { 0x5C4F, "b" },
	{ 0x5C5E, "z" }, { 0x5C6C, "z" }, { 0x5C6F, "z" }, { 0x5C79, "g" }, { 0x5CD2, "t" }, { 0x5CD9, "s" },
	{ 0x5CE4, "q" }, { 0x5D4C, "k" }, { 0x5DA0, "q" }, { 0x5DF2, "s" }, { 0x5DF7, "h" }, { 0x5E02, "f" },
	{ 0x5E31, "d" }, { 0x5E62, "z" }, { 0x5E6C, "d" }, { 0x5E7A, "y" }, { 0x5E7F, "a" }, { 0x5EC1, "s" },
	{ 0x5EC6, "w" }, { 0x5EC8, "x" }, { 0x5ED1, "q" }, { 0x5EE0, "a" }, { 0x5EE3, "a" }, { 0x5F04, "l" },
	{ 0x5F37, "j" }, { 0x5F39, "t" }, { 0x5F3A, "j" }, { 0x5F48, "t" }, { 0x5F4A, "q" }, { 0x5F77, "p" },
	{ 0x5FEA, "z" }, { 0x6019, "t" }, { 0x606B, "t" }, { 0x6076, "w" }, { 0x609D, "l" }, { 0x60DD, "t" },
	{ 0x60E1, "w" }, { 0x61E7, "n" }, { 0x6206, "z" }, { 0x6207, "z" }, { 0x620C, "q" }, { 0x620F, "h" },
	{ 0x622F, "x" }, { 0x6231, "x" }, { 0x6232, "h" }, { 0x6241, "p" }, { 0x6252, "p" }, { 0x625B, "g" },
	{ 0x625E, "h" }, { 0x6273, "p" }, { 0x6298, "s" }, { 0x629D, "n" }, { 0x62D7, "n" }, { 0x62EC, "g" },
	{ 0x62FD, "y" }, { 0x631D, "z" }, { 0x631F, "j" }, { 0x633E, "j" }, { 0x63B8, "s" }, { 0x63BA, "s" },
	{ 0x63D0, "d" }, { 0x63F2, "s" }, { 0x6412, "p" }, { 0x647A, "s" }, { 0x647B, "s" }, { 0x64A3, "s" },
	{ 0x64AE, "z" }, { 0x64BE, "z" }, { 0x64FF, "z" }, { 0x6512, "c" }, { 0x6522, "c" }, { 0x65AE, "z" },
	{ 0x65BC, "w" }, { 0x65E0, "m" }, { 0x6633, "y" }, { 0x665F, "s" }, { 0x667B, "y" }, { 0x66A0, "h" },
	{ 0x66A7, "n" }, { 0x66B4, "p" }, { 0x66D6, "n" }, { 0x66FE, "z" }, { 0x6703, "k" }, { 0x671D, "z" },
	{ 0x671F, "j" }, { 0x672F, "z" }, { 0x6753, "s" }, { 0x677B, "n" }, { 0x679E, "z" }, { 0x67B8, "j" },
	{ 0x67B9, "f" }, { 0x67C1, "t" }, { 0x67DC, "j" }, { 0x67E5, "z" }, { 0x67F5, "s" }, { 0x6805, "s" },
	{ 0x680E, "y" }, { 0x6816, "x" }, { 0x681D, "k" }, { 0x6821, "j" }, { 0x6867, "h" }, { 0x68F2, "x" },
	{ 0x6909, "s" }, { 0x690E, "z" }, { 0x6911, "p" }, { 0x6939, "z" }, { 0x6942, "c" }, { 0x695B, "k" },
	{ 0x696F, "s" }, { 0x6977, "j" }, { 0x699C, "p" }, { 0x69DB, "j" }, { 0x6A02, "y" }, { 0x6A05, "z" },
	{ 0x6A9C, "h" }, { 0x6ABB, "j" }, { 0x6AC3, "j" }, { 0x6ADF, "y" }, { 0x6AF1, "b" }, { 0x6B38, "e" },
	{ 0x6B3B, "x" }, { 0x6B58, "x" }, { 0x6B59, "x" }, { 0x6B96, "s" }, { 0x6BA8, "h" }, { 0x6BBC, "q" },
	{ 0x6C0F, "z" }, { 0x6C3F, "j" }, { 0x6C64, "s" }, { 0x6C88, "c" }, { 0x6C8C, "z" }, { 0x6C93, "t" },
	{ 0x6CCA, "b" }, { 0x6CCC, "b" }, { 0x6CF7, "s" }, { 0x6CFA, "p" }, { 0x6D12, "x" }, { 0x6D45, "j" },
	{ 0x6D4D, "k" }, { 0x6D52, "x" }, { 0x6D5A, "x" }, { 0x6D6C, "h" }, { 0x6D8C, "c" }, { 0x6DA1, "g" },
	{ 0x6DB4, "y" }, { 0x6DFA, "j" }, { 0x6E11, "s" }, { 0x6E26, "g" }, { 0x6E5E, "c" }, { 0x6E6B, "q" },
	{ 0x6E6F, "s" }, { 0x6E83, "h" }, { 0x6EB1, "z" }, { 0x6EC0, "x" }, { 0x6ECE, "y" }, { 0x6EF8, "x" },
	{ 0x6F2F, "t" }, { 0x6F70, "h" }, { 0x6F84, "d" }, { 0x6FA0, "s" }, { 0x6FAE, "k" }, { 0x6FB9, "t" },
	{ 0x6FEC, "x" }, { 0x6FFC, "p" }, { 0x700B, "c" }, { 0x7011, "b" }, { 0x7027, "s" }, { 0x7051, "x" },
	{ 0x7085, "g" }, { 0x7094, "q" }, { 0x70AE, "b" }, { 0x710C, "q" }, { 0x7118, "t" }, { 0x7121, "m" },
	{ 0x712F, "z" }, { 0x7156, "x" }, { 0x71FE, "t" }, { 0x728D, "q" }, { 0x729B, "l" }, { 0x7371, "b" },
	{ 0x7387, "s" }, { 0x739A, "y" }, { 0x73A2, "f" }, { 0x7452, "y" }, { 0x753A, "d" }, { 0x755C, "x" },
	{ 0x756A, "p" }, { 0x756C, "y" }, { 0x758B, "y" }, { 0x759F, "y" }, { 0x75FE, "e" }, { 0x7608, "z" },
	{ 0x7627, "y" }, { 0x76DB, "c" }, { 0x7701, "x" }, { 0x77B6, "g" }, { 0x77BF, "j" }, { 0x77DC, "gq" },
	{ 0x77F3, "d" }, { 0x7809, "x" }, { 0x784C, "l" }, { 0x7850, "l" }, { 0x78C5, "p" }, { 0x78CF, "q" },
	{ 0x7947, "z" }, { 0x7955, "b" }, { 0x7962, "n" }, { 0x796D, "z" }, { 0x7985, "s" }, { 0x79AA, "s" },
	{ 0x79B0, "n" }, { 0x79CD, "c" }, { 0x79D8, "b" }, { 0x7A2E, "c" }, { 0x7A3D, "q" }, { 0x7A40, "y" },
	{ 0x7AA8, "y" }, { 0x7B60, "j" }, { 0x7B74, "j" }, { 0x7B7D, "w" }, { 0x7BF8, "z" }, { 0x7C72, "y" },
	{ 0x7C98, "n" }, { 0x7CA5, "y" }, { 0x7CFB, "j" }, { 0x7D05, "g" }, { 0x7D07, "h" }, { 0x7D5C, "x" },
	{ 0x7D66, "j" }, { 0x7D90, "d" }, { 0x7D9D, "l" }, { 0x7DB8, "g" }, { 0x7DDD, "q" }, { 0x7DF6, "p" },
	{ 0x7E1D, "c" }, { 0x7E41, "p" }, { 0x7E47, "z" }, { 0x7E6B, "j" }, { 0x7E70, "sz" }, { 0x7E73, "z" },
	{ 0x7E96, "q" }, { 0x7E9A, "x" }, { 0x7EA2, "g" }, { 0x7EA4, "q" }, { 0x7EA5, "h" }, { 0x7EB6, "g" },
	{ 0x7ED9, "j" }, { 0x7F09, "q" }, { 0x7F0F, "p" }, { 0x7F32, "s" }, { 0x7F34, "z" }, { 0x7F77, "p" },
	{ 0x7FDF, "z" }, { 0x8006, "s" }, { 0x8011, "z" }, { 0x8019, "p" }, { 0x8126, "t" }, { 0x8127, "z" },
	{ 0x812F, "f" }, { 0x814A, "x" }, { 0x814C, "a" }, { 0x8180, "p" }, { 0x81C7, "j" }, { 0x81D8, "x" },
	{ 0x81ED, "x" }, { 0x822C, "p" }, { 0x827E, "y" }, { 0x8292, "w" }, { 0x82A5, "g" }, { 0x82A7, "z" },
	{ 0x82D5, "t" }, { 0x82E3, "q" }, { 0x82E7, "n" }, { 0x8304, "q" }, { 0x8308, "z" }, { 0x831C, "x" },
	{ 0x8332, "c" }, { 0x8351, "y" }, { 0x8360, "q" }, { 0x8364, "x" }, { 0x8365, "y" }, { 0x8368, "q" },
	{ 0x8398, "x" }, { 0x839E, "w" }, { 0x83A9, "p" }, { 0x83C0, "y" }, { 0x842C, "m" }, { 0x8449, "x" },
	{ 0x845A, "s" }, { 0x8477, "x" }, { 0x8513, "w" }, { 0x851A, "y" }, { 0x8541, "q" }, { 0x8549, "q" },
	{ 0x8580, "y" }, { 0x85B3, "w" }, { 0x85B4, "n" }, { 0x85BA, "q" }, { 0x85CF, "z" }, { 0x8616, "b" },
	{ 0x8679, "j" }, { 0x867E, "h" }, { 0x86C7, "y" }, { 0x86E4, "g" }, { 0x86F8, "x" }, { 0x86FE, "y" },
	{ 0x8721, "z" }, { 0x8764, "y" }, { 0x8766, "h" }, { 0x881F, "z" }, { 0x884C, "h" }, { 0x8853, "z" },
	{ 0x8870, "c" }, { 0x88B7, "j" }, { 0x88E8, "p" }, { 0x88F3, "c" }, { 0x88FC, "x" }, { 0x891A, "z" },
	{ 0x8983, "q" }, { 0x898B, "x" }, { 0x89C1, "x" }, { 0x89E3, "x" }, { 0x8AAA, "y" }, { 0x8ABF, "t" },
	{ 0x8B58, "z" }, { 0x8BC6, "z" }, { 0x8BF4, "y" }, { 0x8C03, "t" }, { 0x8C37, "y" }, { 0x8C48, "k" },
	{ 0x8CC8, "g" }, { 0x8CE7, "t" }, { 0x8D3E, "g" }, { 0x8D84, "q" }, { 0x8DA3, "c" }, { 0x8E4A, "x" },
	{ 0x8E52, "p" }, { 0x8E62, "z" }, { 0x8E63, "p" }, { 0x8E72, "c" }, { 0x8E74, "j" }, { 0x8E7B, "q" },
	{ 0x8E8E, "n" }, { 0x8EA6, "c" }, { 0x8ECA, "j" }, { 0x8ECB, "gz" }, { 0x8F05, "h" }, { 0x8F3E, "z" },
	{ 0x8F66, "j" }, { 0x8F67, "gz" }, { 0x8F97, "z" }, { 0x8F9F, "b" }, { 0x9002, "k" }, { 0x9057, "w" },
	{ 0x9069, "k" }, { 0x907A, "w" }, { 0x90AA, "y" }, { 0x90C7, "x" }, { 0x9142, "z" }, { 0x9147, "z" },
	{ 0x9162, "z" }, { 0x9166, "f" }, { 0x91B1, "f" }, { 0x91CD, "c" }, { 0x91D0, "x" }, { 0x91D3, "q" },
	{ 0x9200, "p" }, { 0x9204, "d" }, { 0x9208, "p" }, { 0x923F, "t" }, { 0x9248, "s" }, { 0x924F, "j" },
	{ 0x925A, "l" }, { 0x925B, "y" }, { 0x9268, "x" }, { 0x927B, "l" }, { 0x927F, "j" }, { 0x929A, "y" },
	{ 0x92CC, "t" }, { 0x92D9, "y" }, { 0x92E8, "t" }, { 0x9301, "g" }, { 0x9312, "k" }, { 0x931E, "d" },
	{ 0x931F, "x" }, { 0x9369, "t" }, { 0x937A, "d" }, { 0x9398, "l" }, { 0x93AC, "h" }, { 0x9414, "tx" },
	{ 0x943A, "c" }, { 0x94AF, "p" }, { 0x94BF, "t" }, { 0x94C5, "y" }, { 0x94DB, "c" }, { 0x94E4, "t" },
	{ 0x94EB, "y" }, { 0x94FB, "y" }, { 0x952C, "x" }, { 0x9550, "h" }, { 0x9561, "tx" }, { 0x9577, "c" },
	{ 0x957F, "c" }, { 0x9592, "j" }, { 0x95A1, "a" }, { 0x95A4, "g" }, { 0x95BC, "y" }, { 0x95CD, "s" },
	{ 0x95D2, "t" }, { 0x95DE, "k" }, { 0x95E2, "b" }, { 0x9607, "s" }, { 0x960F, "y" }, { 0x9618, "t" },
	{ 0x961A, "k" }, { 0x963D, "y" }, { 0x963F, "e" }, { 0x9642, "p" }, { 0x964D, "x" }, { 0x9673, "z" },
	{ 0x9676, "y" }, { 0x9684, "t" }, { 0x9697, "w" }, { 0x96A9, "y" }, { 0x9730, "s" }, { 0x9753, "l" },
	{ 0x975A, "l" }, { 0x9766, "t" }, { 0x9769, "j" }, { 0x9778, "t" }, { 0x9798, "s" }, { 0x981C, "g" },
	{ 0x9821, "x" }, { 0x9826, "h" }, { 0x9838, "g" }, { 0x986B, "z" }, { 0x9888, "g" }, { 0x9889, "x" },
	{ 0x988C, "g" }, { 0x98A4, "z" }, { 0x98DF, "y" }, { 0x9904, "j" }, { 0x9933, "x" }, { 0x9967, "x" },
	{ 0x99AE, "p" }, { 0x99B1, "d" }, { 0x99D8, "t" }, { 0x9A43, "p" }, { 0x9A4F, "z" }, { 0x9A6E, "d" },
	{ 0x9A80, "t" }, { 0x9AA0, "p" }, { 0x9AC8, "p" }, { 0x9B32, "l" }, { 0x9B44, "bt" }, { 0x9BAD, "x" },
	{ 0x9BD6, "z" }, { 0x9BFD, "z" }, { 0x9C1C, "q" }, { 0x9C1F, "f" }, { 0x9C91, "x" }, { 0x9CAD, "z" },
	{ 0x9CE5, "d" }, { 0x9D60, "h" }, { 0x9DBB, "h" }, { 0x9E1F, "d" }, { 0x9E44, "h" }, { 0x9E58, "h" },
	{ 0x9E83, "b" }, { 0x9E87, "q" }, { 0x9E95, "q" }, { 0x9EBC, "y" }, { 0x9EBD, "y" }, { 0x9F4A, "jz" },
	{ 0x9F50, "j" }, { 0x9F5C, "c" }, { 0x9F66, "y" }, { 0x9F88, "y" }, { 0x9F9C, "jq" }, { 0x9F9F, "jq" },
};
const size_t unihan_more_n = sizeof unihan_more / sizeof *unihan_more;

const char unihan_fold[] =
	"㑯㑔㑳㑇㑶㐹㓨刾㘚㘎㜄㚯㜏㛣㠏㟆㥮㤘㩜㨫㩳㧐㩵擜㻽㻪䁻䀥䃮鿎䊷䌶䋙䌺䋚䌻䋹䌿䋻䌾䎱䎬䙡䙌䜀䜧䝼䞍"
	"䥇䦂䥑鿏䥱䥾䦛䦶䦟䦷䯀䯅䰾鲃䱷䲣䱽䲝䲁鳚䲘鳤䴉鹮丟丢並并乾干亂乱亞亚佇伫併并來来侖仑侶侣俁俣係系"
	"俔伣俠侠俥伡倀伥倆俩倈俫倉仓個个們们倫伦倲㑈偉伟偑㐽側侧偵侦偽伪傌㐷傑杰傖伧傘伞備备傢家傭佣傯偬"
	"傳传傴伛債债傷伤傾倾僂偻僅仅僉佥僑侨僕仆僞伪僥侥僨偾價价儀仪儁㑺儂侬億亿儈侩儉俭儐傧儔俦儕侪儘尽"
	"償偿優优儲储儷俪儸㑩儺傩儻傥儼俨兌兑兒儿兗兖內内兩两冊册冪幂凈净凍冻凜凛凱凯別别刪删剄刭則则剋克"
	"剎刹剗刬剛刚剝剥剮剐剴剀創创劃划劇剧劉刘劊刽劌刿劍剑劏㓥劑剂劚㔉勁劲動动務务勛勋勝胜勞劳勢势勩勚"
	"勱劢勵励勸劝勻匀匭匦匯汇匱匮區区協协卻却厙厍厭厌厲厉厴厣參参叄叁叢丛吒咤吳吴吶呐呂吕咼呙員员唄呗"
	"唚吣問问啞哑啟启啢唡喎㖞喚唤喪丧喬乔單单喲哟嗆呛嗇啬嗊唝嗎吗嗚呜嗩唢嗶哔嘆叹嘍喽嘓啯嘔呕嘖啧嘗尝"
	"嘜唛嘩哗嘮唠嘯啸嘰叽嘵哓嘸呒嘽啴噓嘘噚㖊噝咝噠哒噥哝噦哕噯嗳噲哙噴喷噸吨噹当嚀咛嚇吓嚌哜嚕噜嚙啮"
	"嚦呖嚨咙嚲亸嚳喾嚴严嚶嘤囀啭囁嗫囂嚣囅冁囈呓囉啰囑嘱囪囱圇囵國国圍围園园圓圆圖图團团垵埯埡垭埰采"
	"執执堅坚堊垩堖垴堝埚堯尧報报場场塊块塋茔塏垲塒埘塗涂塢坞塤埙塵尘塹堑墊垫墜坠墮堕墳坟墶垯墾垦壇坛"
	"壋垱壓压壘垒壙圹壚垆壞坏壟垄壠垅壢坜壩坝壪塆壯壮壺壶壼壸壽寿夠够夢梦夥伙夾夹奐奂奧奥奩奁奪夺奬奨"
	"奮奋奼姹妝妆姍姗姦奸娛娱婁娄婦妇婭娅媧娲媯妫媰㛀媼媪媽妈嫗妪嫵妩嫻娴嫿婳嬃媭嬈娆嬋婵嬌娇嬙嫱嬡嫒"
	"嬤嬷嬪嫔嬰婴嬸婶孋㛤孌娈孫孙學学孿孪宮宫寢寝實实寧宁審审寫写寬宽寯㝦寵宠寶宝將将專专尋寻對对導导"
	"尷尴屆届屍尸屓屃屜屉屢屡層层屨屦屬属岡冈峴岘島岛峽峡崍崃崗岗崢峥崬岽嵐岚嵾㟥嶁嵝嶄崭嶇岖嶔嵚嶗崂"
	"嶠峤嶢峣嶧峄嶨峃嶮崄嶴岙嶸嵘嶺岭嶼屿巋岿巒峦巔巅巰巯帥帅師师帳帐帶带幀帧幃帏幓㡎幗帼幘帻幟帜幣币"
	"幫帮幬帱幹干幺么幾几庫库廁厕廂厢廄厩廈厦廎庼廚厨廝厮廟庙廠厂廡庑廢废廣广廩廪廬庐廳厅弒弑弳弪張张"
	"強强彈弹彌弥彎弯彙汇彞彝彠彟彥彦彲彨後后徑径從从徠徕復复徵征徹彻恆恒恥耻悅悦悞悮悵怅悶闷惡恶惱恼"
	"惲恽惻恻愛爱愜惬愨悫愴怆愷恺愾忾慄栗態态慍愠慘惨慚惭慟恸慣惯慪怄慫怂慮虑慳悭慶庆慺㥪憂忧憊惫憍㤭"
	"憐怜憑凭憒愦憖慭憚惮憤愤憫悯憮怃憲宪憶忆懇恳應应懌怿懍懔懞蒙懟怼懣懑懤㤽懧㤖懨恹懲惩懶懒懷怀懸悬"
	"懺忏懼惧懾慑戀恋戇戆戔戋戠只戧戗戩戬戰战戱戯戲戏戶户拋抛挩捝挾挟捨舍捫扪捲卷掃扫掄抡掆㧏掗挜掙挣"
	"掛挂採采揀拣揚扬換换揮挥損损搖摇搗捣搵揾搶抢摑掴摜掼摟搂摯挚摳抠摶抟摺折摻掺撈捞撏挦撐撑撓挠撝㧑"
	"撟挢撣掸撥拨撫抚撲扑撳揿撻挞撾挝撿捡擁拥擄掳擇择擊击擋挡擓㧟擔担據据擠挤擥㧛擬拟擯摈擰拧擱搁擲掷"
	"擴扩擷撷擺摆擻擞擼撸擽㧰擾扰攄摅攆撵攏拢攔拦攖撄攙搀攛撺攜携攝摄攢攒攣挛攤摊攪搅攬揽敗败敘叙敵敌"
	"數数斂敛斃毙斆敩斕斓斬斩斷断於于時时晉晋晝昼暈晕暉晖暘旸暢畅暫暂曄晔曆历曇昙曉晓曏向曖暧曠旷曨昽"
	"曬晒書书會会朧胧東东柵栅桿杆梔栀梘枧條条梟枭梲棁棄弃棖枨棗枣棟栋棡㭎棧栈棲栖棶梾椏桠椲㭏楊杨楓枫"
	"楨桢業业極极榪杩榮荣榲榅榿桤構构槍枪槤梿槧椠槨椁槮椮槳桨槶椢槼椝樁桩樂乐樅枞樓楼標标樞枢樢㭤樣样"
	"樫㭴樳桪樸朴樹树樺桦樿椫橈桡橋桥機机橢椭橫横檁檩檉柽檔档檜桧檟槚檢检檣樯檮梼檯台檳槟檸柠檻槛櫃柜"
	"櫓橹櫚榈櫛栉櫝椟櫞橼櫟栎櫥橱櫧槠櫨栌櫪枥櫫橥櫬榇櫱蘖櫳栊櫸榉櫻樱欄栏權权欏椤欒栾欖榄欞棂欽钦歐欧"
	"歟欤歡欢歲岁歷历歸归歿殁殘残殞殒殤殇殨㱮殫殚殮殓殯殡殰㱩殲歼殺杀殼壳毀毁毆殴毿毵氂牦氈毡氌氇氣气"
	"氫氢氬氩氳氲決决沒没沖冲況况洶汹浹浃涇泾涼凉淚泪淥渌淪沦淵渊淶涞淺浅渙涣減减渢沨渦涡測测渾浑湊凑"
	"湞浈湯汤溈沩準准溝沟溫温溮浉溳涢滄沧滅灭滌涤滎荥滬沪滯滞滲渗滸浒滻浐滾滚滿满漁渔漊溇漚沤漢汉漣涟"
	"漬渍漲涨漵溆漸渐漿浆潁颍潑泼潔洁潚㴋潛潜潤润潯浔潰溃潷滗潿涠澀涩澆浇澇涝澐沄澗涧澠渑澤泽澦滪澩泶"
	"澮浍澱淀澾㳠濁浊濃浓濄㳡濕湿濘泞濚溁濛蒙濜浕濟济濤涛濧㳔濫滥濰潍濱滨濺溅濼泺濾滤瀂澛瀅滢瀆渎瀇㲿"
	"瀉泻瀋沈瀏浏瀕濒瀘泸瀝沥瀟潇瀠潆瀦潴瀧泷瀨濑瀰㳽瀲潋瀾澜灃沣灄滠灑洒灕漓灘滩灝灏灠漤灡㳕灣湾灤滦"
	"灧滟災灾為为烏乌烴烃無无煉炼煒炜煙烟煢茕煥焕煩烦煬炀煱㶽熅煴熒荧熗炝熱热熲颎熾炽燁烨燈灯燒烧燙烫"
	"燜焖營营燦灿燭烛燴烩燶㶶燼烬燾焘爍烁爐炉爛烂爭争爺爷爾尔牆墙牘牍牽牵犖荦犢犊犧牺狀状狹狭狽狈猙狰"
	"猶犹猻狲獁犸獄狱獅狮獎奖獨独獪狯獫猃獮狝獰狞獱㺍獲获獵猎獷犷獸兽獺獭獻献獼猕玀猡現现琺珐琿珲瑋玮"
	"瑒玚瑣琐瑤瑶瑩莹瑪玛瑲玱璉琏璡琎璣玑璦瑷璫珰璯㻅環环璵玙璸瑸璽玺瓊琼瓏珑瓔璎瓚瓒甌瓯產产畝亩畢毕"
	"畫画異异當当疇畴疊叠痙痉痾疴瘂痖瘋疯瘍疡瘓痪瘞瘗瘡疮瘧疟瘮瘆瘲疭瘺瘘療疗癆痨癇痫癉瘅癘疠癟瘪癢痒"
	"癤疖癥症癧疬癩癞癬癣癭瘿癮瘾癰痈癱瘫癲癫發发皚皑皰疱皸皲皺皱盜盗盞盏盡尽監监盤盘盧卢盪荡眥眦眾众"
	"睏困睜睁睞睐瞘眍瞜䁖瞞瞒瞭了瞶瞆瞼睑矇蒙矓眬矚瞩矯矫硃朱硜硁硤硖硨砗硯砚碩硕碭砀碸砜確确碼码碽䂵"
	"磑硙磚砖磠硵磣碜磧碛磯矶磽硗磾䃅礄硚礆硷礎础礙碍礦矿礪砺礫砾礬矾礱砻祿禄禍祸禎祯禕祎禡祃禦御禪禅"
	"禮礼禰祢禱祷禿秃秈籼稅税稈秆稏䅉稟禀種种稱称穀谷穇䅟穌稣積积穎颖穠秾穡穑穢秽穩稳穫获穭稆窩窝窪洼"
	"窮穷窯窑窵窎窶窭窺窥竄窜竅窍竇窦竈灶竊窃競竞筆笔筍笋筧笕筴䇲箋笺箏筝節节範范築筑篋箧篔筼篤笃篩筛"
	"篳筚簀箦簍篓簞箪簡简簣篑簫箫簹筜簽签簾帘籃篮籌筹籔䉤籙箓籛篯籜箨籟籁籠笼籩笾籪簖籬篱籮箩籲吁粵粤"
	"糝糁糞粪糧粮糲粝糴籴糶粜糹纟糾纠紀纪紂纣約约紅红紆纡紇纥紈纨紉纫紋纹納纳紐纽紓纾純纯紕纰紖纼紗纱"
	"紘纮紙纸級级紛纷紜纭紝纴紡纺紬䌷細细紱绂紲绁紳绅紵纻紹绍紺绀紼绋紿绐絀绌終终組组絅䌹絆绊絎绗結结"
	"絕绝絛绦絝绔絞绞絡络絢绚給给絨绒絰绖統统絲丝絳绛絹绢綁绑綃绡綆绠綈绨綌绤綏绥綐䌼經经綜综綞缍綠绿"
	"綢绸綣绻綬绶維维綯绹綰绾綱纲網网綴缀綵䌽綸纶綹绺綺绮綻绽綽绰綾绫綿绵緄绲緇缁緊紧緋绯緒绪緓绬緔绱"
	"緗缃緘缄緙缂線线緝缉緞缎締缔緡缗緣缘緦缌編编緩缓緬缅緯纬緱缑緲缈練练緶缏緹缇緻致縈萦縉缙縊缢縋缒"
	"縐绉縑缣縕缊縗缞縛缚縝缜縞缟縟缛縣县縧绦縫缝縭缡縮缩縱纵縲缧縳䌸縵缦縶絷縷缕縹缥總总績绩繃绷繅缫"
	"繆缪繒缯織织繕缮繚缭繞绕繡绣繢缋繩绳繪绘繫系繭茧繮缰繯缳繰缲繳缴繸䍁繹绎繼继繽缤繾缱繿䍀纇颣纈缬"
	"纊纩續续纍累纏缠纓缨纔才纖纤纘缵纜缆缽钵罃䓨罈坛罌罂罰罚罵骂罷罢羅罗羆罴羈羁羋芈羥羟義义習习翬翚"
	"翹翘翽翙耬耧耮耢聖圣聞闻聯联聰聪聲声聳耸聵聩聶聂職职聹聍聽听聾聋肅肃脅胁脈脉脛胫脫脱脹胀腎肾腖胨"
	"腡脶腦脑腫肿腳脚腸肠膃腽膕腘膚肤膞䏝膠胶膩腻膽胆膾脍膿脓臇䐪臉脸臍脐臏膑臘腊臚胪臟脏臠脔臢臜臨临"
	"臺台與与興兴舉举舊旧艙舱艤舣艦舰艫舻艱艰艷艳芻刍苧苎茲兹荊荆莊庄莖茎莢荚莧苋華华萇苌萊莱萬万萴荝"
	"萵莴葉叶葒荭著着葤荮葦苇葷荤蒔莳蒞莅蒼苍蓀荪蓋盖蓮莲蓯苁蓴莼蓽荜蔔卜蔞蒌蔣蒋蔥葱蔦茑蔭荫蕁荨蕆蒇"
	"蕎荞蕒荬蕓芸蕕莸蕘荛蕢蒉蕩荡蕪芜蕭萧蕷蓣薀蕰薈荟薊蓟薌芗薑姜薔蔷薘荙薟莶薦荐薩萨薳䓕薴苎薵䓓薺荠"
	"藉借藍蓝藎荩藝艺藥药藪薮藭䓖藶苈藹蔼藺蔺蘀萚蘄蕲蘆芦蘇苏蘊蕴蘋苹蘚藓蘞蔹蘢茏蘭兰蘺蓠蘿萝虆蔂處处"
	"虛虚虜虏號号虧亏虯虬蛺蛱蛻蜕蜆蚬蝕蚀蝟猬蝦虾蝸蜗螄蛳螞蚂螢萤螮䗖螻蝼螿螀蟄蛰蟈蝈蟎螨蟣虮蟬蝉蟯蛲"
	"蟲虫蟶蛏蟻蚁蠁蚃蠅蝇蠆虿蠐蛴蠑蝾蠟蜡蠣蛎蠨蟏蠱蛊蠶蚕蠻蛮衊蔑術术衕同衚胡衛卫衝冲袞衮裊袅補补裝装"
	"裡里製制複复褌裈褘袆褲裤褳裢褸褛褻亵襇裥襌褝襏袯襖袄襝裣襠裆襤褴襪袜襬䙓襯衬襲袭襴襕覆复見见覎觃"
	"規规覓觅視视覘觇覡觋覥觍覦觎親亲覬觊覯觏覲觐覷觑覺觉覽览覿觌觀观觴觞觶觯觸触訁讠訂订訃讣計计訊讯"
	"訌讧討讨訐讦訒讱訓训訕讪訖讫託讬記记訛讹訝讶訟讼訢䜣訣诀訥讷訩讻訪访設设許许訴诉訶诃診诊註注詁诂"
	"詆诋詎讵詐诈詒诒詔诏評评詖诐詗诇詘诎詛诅詞词詠咏詡诩詢询詣诣試试詩诗詫诧詬诟詭诡詮诠詰诘話话該该"
	"詳详詵诜詼诙詿诖誄诔誅诛誆诓誇夸誌志認认誑诳誒诶誕诞誘诱誚诮語语誠诚誡诫誣诬誤误誥诰誦诵誨诲說说"
	"誰谁課课誶谇誹诽誼谊誾訚調调諂谄諄谆談谈諉诿請请諍诤諏诹諑诼諒谅論论諗谂諛谀諜谍諝谞諞谝諢诨諤谔"
	"諦谛諧谐諫谏諭谕諮谘諱讳諳谙諶谌諷讽諸诸諺谚諼谖諾诺謀谋謁谒謂谓謄誊謅诌謊谎謎谜謐谧謔谑謖谡謗谤"
	"謙谦謚谥講讲謝谢謠谣謨谟謫谪謬谬謭谫謳讴謹谨謾谩證证譎谲譏讥譖谮識识譙谯譚谭譜谱譫谵譯译議议譴谴"
	"護护譸诪譼䛓譽誉譾谫讀读讅谉變变讋詟讌䜩讎雠讒谗讓让讕谰讖谶讜谠讞谳豈岂豎竖豐丰豬猪豶豮貓猫貙䝙"
	"貝贝貞贞貟贠負负財财貢贡貧贫貨货販贩貪贪貫贯責责貯贮貰贳貲赀貳贰貴贵貶贬買买貸贷貺贶費费貼贴貽贻"
	"貿贸賀贺賁贲賂赂賃赁賄贿賅赅資资賈贾賊贼賑赈賒赊賓宾賕赇賙赒賚赉賜赐賞赏賠赔賡赓賢贤賣卖賤贱賦赋"
	"賧赕質质賬账賭赌賰䞐賴赖賵赗賺赚賻赙購购賽赛賾赜贄贽贅赘贇赟贈赠贊赞贋赝贍赡贏赢贐赆贓赃贔赑贖赎"
	"贗赝贛赣赬赪趕赶趙赵趨趋趲趱跡迹踐践踴踊蹌跄蹕跸蹣蹒蹤踪蹺跷躂跶躉趸躊踌躋跻躍跃躎䟢躑踯躒跞躓踬"
	"躕蹰躚跹躡蹑躥蹿躦躜躪躏軀躯車车軋轧軌轨軍军軑轪軒轩軔轫軛轭軟软軤轷軫轸軲轱軸轴軹轵軺轺軻轲軼轶"
	"軾轼較较輅辂輇辁輈辀載载輊轾輒辄輓挽輔辅輕轻輛辆輜辎輝辉輞辋輟辍輥辊輦辇輩辈輪轮輬辌輯辑輳辏輸输"
	"輻辐輾辗輿舆轀辒轂毂轄辖轅辕轆辘轉转轍辙轎轿轔辚轟轰轡辔轢轹轤轳辦办辭辞辮辫辯辩農农迴回逕迳這这"
	"連连進进運运過过達达違违遙遥遜逊遞递遠远適适遲迟遷迁選选遺遗遼辽邁迈還还邇迩邊边邏逻邐逦郟郏郵邮"
	"鄆郓鄉乡鄒邹鄔邬鄖郧鄧邓鄭郑鄰邻鄲郸鄴邺鄶郐鄺邝酇酂酈郦醜丑醞酝醫医醬酱醱酦釀酿釁衅釃酾釅酽釋释"
	"釐厘釒钅釓钆釔钇釕钌釗钊釘钉釙钋針针釣钓釤钐釧钏釩钒釵钗釷钍釹钕釺钎釾䥺鈀钯鈁钫鈃钘鈄钭鈈钚鈉钠"
	"鈍钝鈎钩鈐钤鈑钣鈒钑鈔钞鈕钮鈞钧鈣钙鈥钬鈦钛鈧钪鈮铌鈰铈鈳钶鈴铃鈷钴鈸钹鈹铍鈺钰鈽钸鈾铀鈿钿鉀钾"
	"鉅钜鉈铊鉉铉鉋铇鉍铋鉑铂鉕钷鉗钳鉚铆鉛铅鉞钺鉤钩鉦钲鉨鿭鉬钼鉭钽鉶铏鉸铰鉺铒鉻铬鉿铪銀银銃铳銅铜"
	"銍铚銑铣銓铨銖铢銘铭銚铫銛铦銜衔銠铑銣铷銥铱銦铟銨铵銩铥銪铕銫铯銬铐銱铞銳锐銷销銹锈銻锑銼锉鋁铝"
	"鋃锒鋅锌鋇钡鋌铤鋏铗鋒锋鋙铻鋝锊鋟锓鋣铘鋤锄鋥锃鋦锔鋨锇鋩铓鋪铺鋮铖鋯锆鋰锂鋱铽鋶锍鋸锯鋼钢錁锞"
	"錄录錆锖錇锫錈锩錏铔錐锥錒锕錕锟錘锤錙锱錚铮錛锛錟锬錠锭錡锜錢钱錦锦錨锚錩锠錫锡錮锢錯错錳锰錶表"
	"錸铼鍀锝鍁锨鍃锪鍆钔鍇锴鍈锳鍋锅鍍镀鍔锷鍘铡鍚钖鍛锻鍠锽鍤锸鍥锲鍩锘鍬锹鍰锾鍵键鍶锶鍺锗鍾钟鎂镁"
	"鎄锿鎇镅鎊镑鎔镕鎖锁鎘镉鎛镈鎡镃鎢钨鎣蓥鎦镏鎧铠鎩铩鎪锼鎬镐鎮镇鎰镒鎲镋鎳镍鎵镓鎶鿔鎿镎鏃镞鏇旋"
	"鏈链鏌镆鏍镙鏐镠鏑镝鏗铿鏘锵鏜镗鏝镘鏞镛鏟铲鏡镜鏢镖鏤镂鏨錾鏰镚鏵铧鏷镤鏹镪鏺䥽鏽锈鐃铙鐋铴鐐镣"
	"鐒铹鐓镦鐔镡鐘钟鐙镫鐝镢鐠镨鐥䦅鐦锎鐧锏鐨镄鐫镌鐮镰鐯䦃鐲镯鐳镭鐵铁鐶镮鐸铎鐺铛鐿镱鑄铸鑈鿭鑊镬"
	"鑌镔鑒鉴鑔镲鑕锧鑞镴鑠铄鑣镳鑥镥鑭镧鑰钥鑱镵鑲镶鑷镊鑹镩鑼锣鑽钻鑾銮鑿凿钁䦆長长門门閂闩閃闪閆闫"
	"閈闬閉闭開开閌闶閎闳閏闰閑闲閒闲間间閔闵閘闸閡阂閣阁閤合閥阀閨闺閩闽閫阃閬阆閭闾閱阅閶阊閹阉閻阎"
	"閼阏閽阍閾阈閿阌闃阒闆板闈闱闊阔闋阕闌阑闍阇闐阗闒阘闓闿闔阖闕阙闖闯關关闞阚闠阓闡阐闢辟闤阛闥闼"
	"阪坂陘陉陝陕陣阵陰阴陳陈陸陆陽阳隉陧隊队階阶隕陨際际隨随險险隯陦隱隐隴陇隸隶隻只雋隽雖虽雙双雛雏"
	"雜杂雞鸡離离難难雲云電电霢霡霧雾霽霁靂雳靄霭靆叇靈灵靉叆靚靓靜静靦䩄靨靥鞀鼗鞏巩鞝绱鞦秋鞽鞒韁缰"
	"韃鞑韆千韉鞯韋韦韌韧韍韨韓韩韙韪韜韬韞韫韻韵響响頁页頂顶頃顷項项順顺頇顸須须頊顼頌颂頎颀頏颃預预"
	"頑顽頒颁頓顿頗颇領领頜颌頡颉頤颐頦颏頭头頮颒頰颊頲颋頴颕頷颔頸颈頹颓頻频顆颗題题額额顎颚顏颜顒颙"
	"顓颛願愿顙颡顛颠類类顢颟顥颢顧顾顫颤顬颥顯显顰颦顱颅顳颞顴颧風风颭飐颮飑颯飒颱台颳刮颶飓颸飔颺飏"
	"颻飖颼飕飀飗飄飘飆飙飈飚飛飞飠饣飢饥飣饤飥饦飩饨飪饪飫饫飭饬飯饭飲饮飴饴飼饲飽饱飾饰飿饳餃饺餄饸"
	"餅饼餉饷養养餌饵餎饹餏饻餑饽餒馁餓饿餕馂餖饾餘余餚肴餛馄餜馃餞饯餡馅館馆餱糇餳饧餶馉餷馇餺馎餼饩"
	"餾馏餿馊饁馌饃馍饅馒饈馐饉馑饊馓饋馈饌馔饒饶饗飨饜餍饞馋饢馕馬马馭驭馮冯馱驮馳驰馴驯馹驲駁驳駐驻"
	"駑驽駒驹駔驵駕驾駘骀駙驸駛驶駝驼駟驷駢骈駭骇駰骃駱骆駸骎駿骏騁骋騂骍騅骓騌骔騍骒騎骑騏骐騖骛騙骗"
	"騤骙騧䯄騫骞騭骘騮骝騰腾騶驺騷骚騸骟騾骡驀蓦驁骜驂骖驃骠驄骢驅驱驊骅驌骕驍骁驏骣驕骄驗验驚惊驛驿"
	"驟骤驢驴驤骧驥骥驦骦驪骊驫骉骯肮髏髅髒脏體体髕髌髖髋髮发鬆松鬍胡鬚须鬢鬓鬥斗鬧闹鬩阋鬮阄鬱郁鬹鬶"
	"魎魉魘魇魚鱼魛鱽魢鱾魨鲀魯鲁魴鲂魷鱿魺鲄鮁鲅鮃鲆鮊鲌鮋鲉鮍鲏鮎鲇鮐鲐鮑鲍鮒鲋鮓鲊鮗鿴鮚鲒鮜鲘鮞鲕"
	"鮣䲟鮦鲖鮪鲔鮫鲛鮭鲑鮮鲜鮳鲓鮶鲪鮺鲝鯀鲧鯁鲠鯇鲩鯉鲤鯊鲨鯒鲬鯔鲻鯕鲯鯖鲭鯗鲞鯛鲷鯝鲴鯡鲱鯢鲵鯤鲲"
	"鯧鲳鯨鲸鯪鲮鯫鲰鯰鲶鯴鲺鯷鳀鯽鲫鯿鳊鰁鳈鰂鲗鰃鳂鰆䲠鰈鲽鰉鳇鰌䲡鰍鳅鰏鲾鰐鳄鰒鳆鰓鳃鰛鳁鰜鳒鰟鳑"
	"鰠鳋鰣鲥鰥鳏鰧䲢鰨鳎鰩鳐鰭鳍鰮鳁鰱鲢鰲鳌鰳鳓鰵鳘鰷鲦鰹鲣鰺鲹鰻鳗鰼鳛鰾鳔鱂鳉鱅鳙鱈鳕鱉鳖鱒鳟鱔鳝"
	"鱖鳜鱗鳞鱘鲟鱝鲼鱟鲎鱠鲙鱣鳣鱤鳡鱧鳢鱨鲿鱭鲚鱯鳠鱷鳄鱸鲈鱺鲡鳥鸟鳧凫鳩鸠鳲鸤鳳凤鳴鸣鳶鸢鳾䴓鴆鸩"
	"鴇鸨鴉鸦鴒鸰鴕鸵鴛鸳鴝鸲鴞鸮鴟鸱鴣鸪鴦鸯鴨鸭鴯鸸鴰鸹鴴鸻鴷䴕鴻鸿鴿鸽鵁䴔鵂鸺鵃鸼鵐鹀鵑鹃鵒鹆鵓鹁"
	"鵜鹈鵝鹅鵠鹄鵡鹉鵪鹌鵬鹏鵮鹐鵯鹎鵲鹊鵷鹓鵾鹍鶄䴖鶇鸫鶉鹑鶊鹒鶓鹋鶖鹙鶘鹕鶚鹗鶡鹖鶥鹛鶩鹜鶪䴗鶬鸧"
	"鶯莺鶲鹟鶴鹤鶹鹠鶺鹡鶻鹘鶼鹣鷀鹚鷁鹢鷂鹞鷈䴘鷉䴘鷊鹝鷓鹧鷖鹥鷗鸥鷙鸷鷚鹨鷥鸶鷦鹪鷫鹔鷯鹩鷲鹫鷳鹇"
	"鷸鹬鷹鹰鷺鹭鷽鸴鷿䴙鸂㶉鸇鹯鸊䴙鸌鹱鸏鹲鸕鸬鸘鹴鸚鹦鸛鹳鸝鹂鸞鸾鹵卤鹹咸鹺鹾鹼硷鹽盐麗丽麥麦麩麸"
	"麯曲麴麹麵面麼么麽么黃黄黌黉點点黨党黲黪黴霉黶黡黷黩黽黾黿鼋鼉鼍鼕冬鼴鼹齊齐齋斋齎赍齏齑齒齿齔龀"
	"齕龁齗龂齙龅齜龇齟龃齠龆齡龄齣出齦龈齪龊齬龉齲龋齶腭齷龌龍龙龎厐龐庞龑䶮龔龚龕龛龜龟鿁䜤鿐䲤鿓鿒"
	"鿠鿟鿳鿸";
const size_t unihan_fold_n = sizeof unihan_fold / UNIHAN_PAIR;
