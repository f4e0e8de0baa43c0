//! Invented matters. `{p}` stands for a place of the demo county. Nobody and nothing here is real.

/// A matter with the answer it gets.
pub(super) struct Matter {
    /// The kind of the catalogue that a dispatcher would choose.
    pub(super) kind: &'static str,
    /// The title; empty where the resident gave none.
    pub(super) title: &'static str,
    /// The resident's words.
    pub(super) text: &'static str,
    /// The unit's answer.
    pub(super) answer: &'static str,
}

/// The bank of matters.
pub(super) const MATTERS: &[Matter] = &[
    Matter {
        kind: "estate_lighting",
        title: "楼道灯坏了半个月",
        text: "{p}3号楼二单元楼道灯坏了半个月，一到三楼都不亮，老人晚上下楼看不清。一单元也有一个不亮。是不是要我们自己出钱？",
        answer: "二单元一到三楼的感应灯已经全部换新，晚上试过能亮。一单元那个灯三天内来换。钱从公共维修账上出，不用您交。",
    },
    Matter {
        kind: "street_lamp",
        title: "",
        text: "{p}路口到菜市场这一段路灯晚上不亮，孩子放学走过来很黑，麻烦看看。",
        answer: "查过是电缆老化，已经换好，昨晚都亮了。以后哪盏不亮，报灯杆上的编号就行。",
    },
    Matter {
        kind: "road_drainage",
        title: "路面有坑",
        text: "{p}门口路面塌了一块，电动车过去颠得厉害，下雨积水看不见坑。",
        answer: "坑已经填平压实，新铺的沥青养护两天，请先绕行一下。",
    },
    Matter {
        kind: "road_drainage",
        title: "人行道砖松了",
        text: "{p}人行道的砖松动，一踩一身水，轮椅也过不去。",
        answer: "松动的砖已经重铺，轮椅坡道也接平了。",
    },
    Matter {
        kind: "utilities",
        title: "早上没水",
        text: "{p}这周每天早上六点到八点水很小，四楼以上基本没水，问物业说是管网的事。",
        answer: "是加压泵坏了一台，已经换好，早上水压恢复正常。这几天如果还小，请直接打给我们。",
    },
    Matter {
        kind: "rubbish",
        title: "垃圾桶满了没人收",
        text: "{p}垃圾投放点三天没清运，味道很大，苍蝇多。",
        answer: "原来的清运车坏了，已经换车，今天清完并冲洗消毒，以后每天早晚各一次。",
    },
    Matter {
        kind: "noise",
        title: "夜里施工",
        text: "{p}旁边工地夜里十一点还在打桩，家里有要高考的孩子，睡不了。",
        answer: "已经到现场查过，工地没有夜间施工许可，当场停工并要求整改，晚上十点以后不再施工。",
    },
    Matter {
        kind: "noise",
        title: "广场舞声音太大",
        text: "{p}小广场每天晚上音响开得很大，能不能商量一个时间和音量？",
        answer: "和领舞的几位阿姨商量好了，晚上八点半结束，音响对着马路一侧，音量不超过测试线。",
    },
    Matter {
        kind: "property_service",
        title: "电梯经常停",
        text: "{p}2号楼电梯一个月停了四次，楼上有坐轮椅的老人，物业总说等配件。",
        answer: "配件已经到货换好，维保单位做了全面检查，检查记录贴在电梯里。物业每周通报一次情况。",
    },
    Matter {
        kind: "lift",
        title: "想装电梯，一楼不同意",
        text: "{p}老楼想加装电梯，一楼住户不同意，怎么办？能不能有人来帮我们商量？",
        answer: "下周三晚上七点在社区议事厅开协商会，设计单位到场讲采光和噪声怎么处理，一楼的意见会单独记录、逐条答复。",
    },
    Matter {
        kind: "parking_traffic",
        title: "消防通道被车堵",
        text: "{p}消防通道天天停满车，万一着火消防车进不来。",
        answer: "通道已经重新划线立牌，联合交警拖移了两辆长期占道的车，物业每天巡两次。",
    },
    Matter {
        kind: "parking_traffic",
        title: "建议夜间开放停车",
        text: "建议{p}旁边单位的停车场晚上对居民开放，白天空着也是空着。",
        answer: "和单位谈好了，下月1日起晚上六点到早上七点开放40个车位，收费标准贴在门口。",
    },
    Matter {
        kind: "medical_insurance",
        title: "异地看病怎么报销",
        text: "请问我妈在外地住院，医保怎么报？要先备案吗？要带什么材料？",
        answer: "要先备案，手机上或者到任何一个联系点都能办，带身份证和医保卡。备案后在那边直接结算，不用回来报。",
    },
    Matter {
        kind: "social_insurance",
        title: "养老金认证",
        text: "请问我父亲八十多岁走不动，养老金认证一定要本人去吗？",
        answer: "不用本人去。我们明天上午上门给老人办，您在家等着就行，不收任何费用。",
    },
    Matter {
        kind: "civil_help",
        title: "老人一个人在家没人做饭",
        text: "{p}我邻居王奶奶一个人住，儿女在外地，最近腿不好下不了楼，吃饭成问题，能不能有人送饭？",
        answer: "已经和社区食堂说好，每天中午、晚上送到家，网格员每天看望一次，也和她女儿通了电话。",
    },
    Matter {
        kind: "school_admission",
        title: "转学要什么材料",
        text: "请问孩子从外县转到二小，需要哪些材料？什么时候办？",
        answer: "带户口本、房产证或居住证、原学校的学籍证明，寒暑假前两周在学校教务处办。现在可以先在线预约。",
    },
    Matter {
        kind: "wages",
        title: "工资拖了三个月",
        text: "我在{p}附近工地干活，工资拖了三个月，包工头说没钱，能不能帮我们要回来？一共七个人。",
        answer: "已经约谈总包单位，七个人的工资从工资保证金里先付，昨天到账。有没收到的请马上告诉我们。",
    },
    Matter {
        kind: "food_safety",
        title: "早点摊不卫生",
        text: "{p}门口早点摊油发黑，碗也不洗，孩子吃了拉肚子。",
        answer: "现场检查后责令停业整改，换了用油，办了健康证，整改完才能再摆。您的孩子如果还不舒服请先看病，单据留好。",
    },
    Matter {
        kind: "consumer",
        title: "电动车不给退",
        text: "在{p}旁边的店买的电动车三天就坏，店家不给退也不给修。",
        answer: "调解好了，店家同意换新车，您带发票去就行。",
    },
    Matter {
        kind: "pollution",
        title: "河沟发臭",
        text: "{p}后面的河沟发臭，好像有人往里排污水，晚上味道更大。",
        answer: "查到一家洗车店偷排，已经封堵并立案。河沟下周清淤，清完再请您来看。",
    },
    Matter {
        kind: "property_service",
        title: "树枝挡窗户",
        text: "{p}5号楼前面的树太高，二楼白天都要开灯，能不能修剪一下？",
        answer: "明天上午来修剪，请把楼下的车挪一下。",
    },
    Matter {
        kind: "bus_taxi",
        title: "建议早班车提前",
        text: "建议3路公交早班提前到六点，我们上早班的人赶不上。",
        answer: "下月起3路首班提前到6点10分，试行三个月，看乘坐人数再定。",
    },
    Matter {
        kind: "rural",
        title: "浇地的水闸坏了",
        text: "我们村东边浇地的水闸坏了，麦子等着浇水。",
        answer: "水闸已经修好，今天下午放水，轮到你们组是后天上午。",
    },
    Matter {
        kind: "party_contact",
        title: "感谢联系点的小李",
        text: "感谢{p}联系点的小李，帮我爸跑前跑后办了残疾证，真是好人。",
        answer: "谢谢您，话已经带到。以后有事还来找我们。",
    },
];

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use cases::catalogue::Catalogue;

    use super::MATTERS;

    #[test]
    fn every_matter_is_of_a_kind_that_exists() {
        let catalogue = Catalogue::embedded().unwrap();
        for matter in MATTERS {
            assert!(catalogue.kind(&matter.kind.parse().unwrap()).is_some(), "{}", matter.kind);
        }
    }
}
